package io.cardloom.designer.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.ink.RasterFile;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Files made to harm: each is refused at once and with a reason, or made anew without what harms;
 * none of them makes Cardloom call anybody, and none fills its memory.
 */
@SpringBootTest
class HostileUploadsTest {

    private static final long AT_ONCE = 2_000;
    private static final int LEAST = 80;

    /** What the project promises. */
    private static final long MOST_HEAP = 256L << 20;

    @Autowired Assets assets;
    @Autowired TwoIssuers issuers;

    private final List<String> wrong = new ArrayList<>();
    private int taken;
    private final StringBuilder table = new StringBuilder();

    @Test
    void refusesOrMakesAnewEveryHostileFileAtOnceAndCallsNobody() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AtomicInteger calls = new AtomicInteger();
            Thread.ofVirtual().start(() -> count(listening, calls));
            Corpus corpus = corpus("http://127.0.0.1:" + listening.getLocalPort());
            assertThat(corpus.files()).hasSizeGreaterThanOrEqualTo(LEAST);
            uploadAll(corpus.files());
            assertThat(calls).as("connections from us").hasValue(0);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesEveryHostileFileInTheDocuments() throws IOException {
        String documented = Files.readString(Path.of("..", "docs", "hostile-uploads.md"));
        corpus("http://127.0.0.1:1")
                .files()
                .forEach(
                        (what, file) ->
                                assertThat(documented)
                                        .contains("| %s | %s |".formatted(what, file.outcome())));
    }

    private static Corpus corpus(String there) {
        Corpus corpus = new Corpus();
        HostilePngs.addTo(corpus);
        HostileJpegs.addTo(corpus);
        HostileStrangers.addTo(corpus);
        HostileNames.addTo(corpus);
        HostileDrawings.addTo(corpus, there);
        HostileReferences.addTo(corpus, there);
        HostileFigures.addTo(corpus);
        HostileBombs.addTo(corpus);
        return corpus;
    }

    private static void count(ServerSocket listening, AtomicInteger calls) {
        try {
            while (true) {
                listening.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void uploadAll(Map<String, Corpus.Hostile> files) throws IOException {
        IssuerWorld world = issuers.another("Hostile Bank");
        assets.upload(
                world.otherMarketer(), "warm.png", new ByteArrayInputStream(Forge.png(64, 64)));
        long before = heap();
        files.forEach((what, file) -> upload(world, what, file));
        write();
        assertThat(heap() - before).as("growth of this JVM's heap").isLessThan(MOST_HEAP / 8);
        long taken = files.values().stream().filter(f -> f.outcome().equals(Corpus.TAKEN)).count();
        assertThat(assets.count(world.designer(), "")).isLessThanOrEqualTo(taken);
    }

    /** The best of three tries, since other work on the machine is not the file's fault. */
    private void upload(IssuerWorld world, String what, Corpus.Hostile file) {
        byte[] content = file.content().get();
        long best = Long.MAX_VALUE;
        String outcome = "";
        for (int i = 0; i < 3 && best > AT_ONCE; i++) {
            long used = used();
            long begin = System.nanoTime();
            outcome = outcome(world, file, content);
            best = Math.min(best, (System.nanoTime() - begin) / 1_000_000);
            if (used() - used > MOST_HEAP) {
                wrong.add("%s: %,d bytes of heap".formatted(what, used() - used));
            }
        }
        if (!outcome.equals(file.outcome())) {
            wrong.add("%s: %s, not %s".formatted(what, outcome, file.outcome()));
        }
        if (best > AT_ONCE) {
            wrong.add("%s: %,d ms".formatted(what, best));
        }
        table.append("| %s | %s | %,d | %d |%n".formatted(what, outcome, content.length, best));
    }

    private String outcome(IssuerWorld world, Corpus.Hostile file, byte[] content) {
        try (InputStream in = new ByteArrayInputStream(content)) {
            Asset asset = assets.upload(world.designer(), file.fileName(), in);
            check(asset, assets.raster(world.tenant(), asset.digest()));
            assets.vector(world.tenant(), asset.digest()).ifPresent(HostileUploadsTest::check);
            taken++;
            return Corpus.TAKEN;
        } catch (Refusal refusal) {
            assertThat(refusal.sentence()).hasSizeGreaterThan(40).endsWith(".");
            return refusal.code();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What was kept is a picture of our own making, under a name that is only a name. */
    private static void check(Asset asset, byte[] master) {
        assertThat(new RasterFile(master).width()).isBetween(1, 4_096);
        assertThat(new String(master, StandardCharsets.ISO_8859_1))
                .doesNotContain("evil", "<script", "<?php", "%PDF", "PK\u0003\u0004");
        assertThat(asset.name()).hasSizeBetween(1, 120).doesNotContain("/", "\\", "\u202E", "\r");
    }

    private static void check(byte[] drawing) {
        assertThat(new String(drawing, StandardCharsets.UTF_8))
                .doesNotContain("127.0.0.1", "script", "iframe", "include", "cursor");
    }

    private static long heap() {
        System.gc();
        System.gc();
        return used();
    }

    private static long used() {
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory();
    }

    private void write() throws IOException {
        Files.writeString(Path.of("target", "hostile-uploads.md"), table);
    }
}
