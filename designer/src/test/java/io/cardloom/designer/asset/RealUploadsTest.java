package io.cardloom.designer.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.fixture.RealInput;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Files that people really made: 120 drawings of a large collection, or {@code -Duploads=N} of
 * them.
 */
@SpringBootTest
@Tag("real-input")
class RealUploadsTest {

    private static final int SAMPLE = Integer.getInteger("uploads", 120);

    @Autowired Assets assets;
    @Autowired TwoIssuers issuers;

    @Test
    void acceptsOrRefusesEveryRealDrawingWithAReason() throws Exception {
        IssuerWorld world = issuers.another("Clip Art Bank");
        List<Path> drawings = new ArrayList<>(RealInput.drawings(SAMPLE));
        Map<String, Integer> clipart = uploadAll(world, drawings);
        print("openclipart-svg", clipart);
        Map<String, Integer> backgrounds = uploadAll(world, RealInput.backgrounds());
        print("gnome-backgrounds, drawings", backgrounds);
        assertThat(clipart.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(SAMPLE);
        assertThat(clipart.getOrDefault("accepted", 0)).isGreaterThanOrEqualTo(SAMPLE * 8 / 10);
        assertThat(assets.count(world.designer(), ""))
                .isBetween(
                        (long) clipart.getOrDefault("accepted", 0) * 9 / 10,
                        (long) clipart.getOrDefault("accepted", 0)
                                + backgrounds.getOrDefault("accepted", 0));
    }

    @Test
    void refusesWebpPhotographsAndAcceptsThemAsPngAndJpeg(@TempDir Path folder) throws Exception {
        IssuerWorld world = issuers.another("Photo Bank");
        List<Path> photographs = RealInput.webpPhotographs();
        assertThat(uploadAll(world, photographs))
                .containsExactly(Map.entry("UPLOAD_TYPE", photographs.size()));
        List<Path> converted = new ArrayList<>();
        for (Path webp : photographs.subList(0, 3)) {
            converted.add(RealInput.jpeg(webp, folder));
        }
        converted.add(RealInput.jpeg(photographs.get(4), folder, "-interlace", "JPEG"));
        converted.add(RealInput.jpeg(photographs.get(6), folder, "-colorspace", "Gray"));
        converted.add(RealInput.png(photographs.get(2), folder));
        converted.add(RealInput.png(photographs.getLast(), folder));
        Map<String, Integer> codes = uploadAll(world, converted);
        print("gnome-backgrounds, photographs", codes);
        assertThat(codes).containsExactly(Map.entry("accepted", converted.size()));
        for (Asset asset : assets.list(world.designer(), "", 0, 100)) {
            assertThat(Math.max(asset.widthPx(), asset.heightPx())).isBetween(1_000, 4_096);
            assertThat(assets.raster(world.tenant(), asset.digest()).length).isPositive();
        }
    }

    /** Two at a time, as many as there are decoders. */
    private Map<String, Integer> uploadAll(IssuerWorld world, List<Path> files) throws Exception {
        Map<String, Integer> codes = new TreeMap<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> outcomes =
                    files.stream().map(file -> two.submit(() -> outcome(world, file))).toList();
            for (Future<String> outcome : outcomes) {
                codes.merge(outcome.get(), 1, Integer::sum);
            }
        }
        return codes;
    }

    /** Anything but a refusal is a fault of ours, and fails the test. */
    private String outcome(IssuerWorld world, Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            assets.upload(world.designer(), file.toString(), in);
            return "accepted";
        } catch (Refusal refusal) {
            assertThat(refusal.code()).startsWith("UPLOAD_");
            assertThat(refusal.sentence()).hasSizeGreaterThan(40).endsWith(".");
            return refusal.code();
        }
    }

    private static void print(String what, Map<String, Integer> codes) {
        System.out.printf("%n%-34s files%n", what);
        codes.forEach((code, count) -> System.out.printf("  %-32s %5d%n", code, count));
    }
}
