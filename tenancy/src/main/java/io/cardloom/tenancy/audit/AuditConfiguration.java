package io.cardloom.tenancy.audit;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gets the trail its key, which all processes of an installation have in common: it signs heads and
 * opens nothing.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    @Bean
    SigningKey auditSigningKey(
            @Value("${cardloom.audit.keys:${cardloom.data.folder:data}/keys}") Path folder) {
        return SigningKey.in(folder);
    }
}
