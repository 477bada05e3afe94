package io.cardloom;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Cardloom. */
@SpringBootApplication
public class CardloomApplication {

    public static void main(String[] args) {
        SpringApplication.run(CardloomApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
