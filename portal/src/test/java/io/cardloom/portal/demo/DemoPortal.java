package io.cardloom.portal.demo;

import io.cardloom.CardloomApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The demo's portal on free ports, with a data folder of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CardloomApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cardloom.provider.port=0",
            "cardloom.production.schedule.name=demo-it",
            "cardloom.bureau.port=0",
            "cardloom.data.folder=target/demo-data-${test.fork:1}"
        })
@ActiveProfiles("demo")
@interface DemoPortal {}
