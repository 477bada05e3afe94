package io.cardloom.production.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of runs: its own database, quick retries, and nobody but the test moves a run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
        properties = {
            "cardloom.database.schema=runs",
            "cardloom.production.schedule.active=false",
            "cardloom.production.run.lease=2s",
            "cardloom.production.run.first-retry=10ms",
            "cardloom.production.run.longest-retry=100ms",
            "cardloom.production.run.acknowledgement-poll=5ms"
        })
@interface RunTest {}
