package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.CardloomApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The whole line without a screen, with fewer cards than the command drives. */
@SpringBootTest(
        classes = CardloomApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cardloom.demo=true",
            "cardloom.provider.embedded=false",
            "cardloom.production.schedule.name=line-it",
            "cardloom.data.folder=target/line-data",
            "logging.level.root=info"
        })
@ActiveProfiles("bench")
@Tag("own-process")
class LineIT {

    @Autowired Line line;

    @Test
    void goesFromADesignToTwoCountedRuns() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        line.drive(60, 6, new Telling(new PrintStream(told, true, StandardCharsets.UTF_8)));
        String story = told.toString(StandardCharsets.UTF_8);
        System.out.println(story);
        assertThat(story)
                .contains("62 = 60 good + 0 spoiled + 2 left")
                .contains("8 = 6 good + 0 spoiled + 2 left")
                .contains("refused, ORDER_DIGEST_NOT_APPROVED");
    }
}
