package io.cardloom.designer.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/**
 * How fast a version is carried into the drafts that follow its template: composed, judged before
 * and after, written; run by {@code ./cardloom bench rebrand}, not by the tests.
 */
@SpringBootTest
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class RebrandBench {

    private static final int DESIGNS = Integer.getInteger("designs", 1_000);

    @Autowired ApplicationContext context;
    @Autowired Designs designs;
    @Autowired Templates templates;
    @Autowired Rebrands rebrands;

    @Test
    void measuresARebrand() throws InterruptedException {
        CoBrand brand = CoBrand.found(context);
        DesignId master =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "House style");
        TemplateId template = templates.publish(brand.designer(), master).template();
        for (int i = 0; i < DESIGNS; i++) {
            templates.start(brand.designer(), brand.program(), template, "Design " + i);
        }
        LayerId band =
                designs.open(brand.designer(), master).document().layers().entrySet().stream()
                        .filter(e -> e.getValue().name().equals("Band"))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        designs.apply(
                brand.designer(),
                master,
                0,
                new EditCommand.SetProperties(band, Map.of("fill", "#e8590c")),
                EditOrigin.once());
        templates.publish(brand.designer(), master);
        long start = System.nanoTime();
        RebrandId id = rebrands.start(brand.designer(), template);
        RebrandProgress progress = rebrands.progress(brand.designer(), id);
        while (progress.finishedAt() == null) {
            Thread.sleep(100);
            progress = rebrands.progress(brand.designer(), id);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(progress.count(RebrandOutcome.DRAFT)).isEqualTo(DESIGNS);
        System.out.printf(
                "rebrand of %d drafts: %.1f s, %.1f designs a second%n",
                DESIGNS, took.toMillis() / 1000.0, DESIGNS * 1000.0 / took.toMillis());
    }
}
