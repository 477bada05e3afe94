package io.cardloom.production.role;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Tells everybody what this process is for. */
@Configuration(proxyBeanMethods = false)
class RoleConfiguration {

    @Bean
    ProcessRole processRole(Environment environment) {
        return ProcessRole.of(environment);
    }
}
