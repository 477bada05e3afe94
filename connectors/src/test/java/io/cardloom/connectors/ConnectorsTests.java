package io.cardloom.connectors;

import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The connectors room on the rooms below it, on a real database. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EntityScan("io.cardloom")
@ComponentScan(
        basePackages = {
            "io.cardloom.tenancy",
            "io.cardloom.designer",
            "io.cardloom.production",
            "io.cardloom.connectors"
        },
        excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
class ConnectorsTests {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
