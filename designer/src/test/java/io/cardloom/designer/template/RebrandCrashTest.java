package io.cardloom.designer.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.proof.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Kills the process that carries a version into designs, and lets others go on. */
@SpringBootTest
class RebrandCrashTest {

    private static final int FOLLOWERS = 24;

    /** One in so many was frozen, and so is judged, proved and put to review anew. */
    private static final int FROZEN = 3;

    @Autowired ApplicationContext context;
    @Autowired HikariDataSource database;
    @Autowired RebrandWorker worker;
    @Autowired Designs designs;
    @Autowired Templates templates;
    @Autowired Rebrands rebrands;
    @Autowired Approvals approvals;
    @Autowired Preflight preflight;
    @Autowired Proofs proofs;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private TemplateId template;

    @SuppressWarnings("NullAway.Init")
    private LayerId band;

    @SuppressWarnings("NullAway.Init")
    private List<DesignId> followers;

    @BeforeEach
    void publishATemplateThatManyFollow() {
        worker.stop();
        brand = CoBrand.found(context);
        DesignId master =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "House style");
        band =
                designs.open(brand.designer(), master).document().layers().entrySet().stream()
                        .filter(e -> e.getValue().name().equals("Band"))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        template = templates.publish(brand.designer(), master).template();
        followers = IntStream.range(0, FOLLOWERS).mapToObj(this::follower).toList();
        designs.apply(
                brand.designer(),
                master,
                0,
                new EditCommand.SetProperties(band, Map.of("fill", "#e8590c")),
                EditOrigin.once());
        templates.publish(brand.designer(), master);
    }

    @AfterEach
    void letTheWorkerLive() {
        worker.start();
    }

    private DesignId follower(int number) {
        DesignId design =
                templates.start(brand.designer(), brand.program(), template, "Card " + number);
        if (number % FROZEN == 0) {
            Digest digest = designs.freeze(brand.designer(), design).digest();
            preflight.judge(brand.designer(), digest);
            proofs.issue(brand.designer(), digest);
            approvals.open(brand.designer(), digest);
        }
        return design;
    }

    @Test
    void carriesAVersionIntoEachDesignOnceThoughItIsKilledAmidIt() throws Exception {
        RebrandId id = rebrands.start(brand.designer(), template);

        killAfter(id, 4);
        killAfter(id, 10);
        long left = FOLLOWERS - settled(id);
        worker.start();
        await(id, FOLLOWERS);

        assertThat(left).as("designs that the last one carried it into").isPositive();
        assertThat(rebrands.progress(brand.designer(), id).counts())
                .isEqualTo(
                        Map.of(
                                RebrandOutcome.DRAFT, FOLLOWERS - FOLLOWERS / FROZEN + 0L,
                                RebrandOutcome.IN_REVIEW, FOLLOWERS / FROZEN + 0L));
        for (int i = 0; i < FOLLOWERS; i++) {
            carriedOnce(followers.get(i), i % FROZEN == 0);
        }
    }

    private void carriedOnce(DesignId design, boolean frozen) {
        DesignView view = designs.open(brand.designer(), design);
        assertThat(designs.edits(brand.designer(), design, 0))
                .as("composed once, rebranded once")
                .hasSize(2);
        assertThat(Objects.requireNonNull(view.document().layers().get(band)).properties())
                .containsEntry("fill", "#e8590c");
        assertThat(view.state()).isEqualTo(frozen ? DesignState.IN_REVIEW : DesignState.DRAFT);
        if (frozen) {
            Digest digest = Objects.requireNonNull(view.digest());
            assertThat(proofs.find(brand.tenant(), digest)).as("proved").isPresent();
        }
    }

    private long settled(RebrandId id) {
        return rebrands.progress(brand.designer(), id).settled();
    }

    private void await(RebrandId id, long settled) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(120));
        while (settled(id) < settled && Instant.now().isBefore(patience)) {
            Thread.sleep(5);
        }
        assertThat(settled(id)).isGreaterThanOrEqualTo(settled);
    }

    /** Another process goes on with it, and is killed once so many designs are settled. */
    private void killAfter(RebrandId id, long settled) throws Exception {
        Path output = folder.resolve("child.log");
        ProcessBuilder builder =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("CARDLOOM_DATABASE_PASSWORD", database.getPassword());
        Process child = builder.start();
        try {
            await(id, settled);
            assertThat(child.isAlive()).as(() -> read(output)).isTrue();
        } catch (AssertionError e) {
            throw new AssertionError(read(output), e);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                RebrandChild.class.getName(),
                "--spring.main.web-application-type=none",
                "--cardloom.data.folder=" + folder.toAbsolutePath(),
                "--cardloom.database.url=" + database.getJdbcUrl(),
                "--cardloom.database.user=" + database.getUsername());
    }
}
