package io.cardloom.production.key.life;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads how long keys and ceremonies last. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeyLifeSettings.class)
class KeyLifeConfiguration {}
