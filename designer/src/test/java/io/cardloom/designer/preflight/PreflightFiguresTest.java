package io.cardloom.designer.preflight;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.ellipse;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.photo;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.Edited;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.field.FieldKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long a live preflight of 200 layers takes: {@code -Dfigures=true}. */
@EnabledIfSystemProperty(named = "figures", matches = "true")
class PreflightFiguresTest {

    private static final int ROUNDS = 40;

    @Test
    void judgesTwoHundredLayersInASecond() {
        Judging judging = crowded();
        DesignDocument document = judging.design().document();
        Random random = new Random(9);
        double[] seconds = new double[ROUNDS];
        for (int i = -5; i < ROUNDS; i++) {
            document = moved(document, random);
            long start = System.nanoTime();
            judging.judge(document);
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        double p95 = seconds[(int) Math.ceil(0.95 * ROUNDS) - 1];
        System.out.printf(
                "preflight of 200 layers: p50 %.3f s, p95 %.3f s, most %.3f s%n",
                seconds[ROUNDS / 2], p95, seconds[ROUNDS - 1]);
        assertThat(p95).isLessThanOrEqualTo(1.0);
    }

    /** Somebody moves a layer: what a live preflight follows. */
    private static DesignDocument moved(DesignDocument document, Random random) {
        var layers = List.copyOf(document.layers().entrySet());
        var one = layers.get(random.nextInt(layers.size()));
        return Edited.by(
                document,
                new EditCommand.SetProperties(
                        one.getKey(),
                        Map.of("x", one.getValue().box().x() + random.nextInt(200) - 100)));
    }

    /** 200 layers: 24 pictures from four files, 96 texts and fields, 80 shapes; on both faces. */
    private static Judging crowded() {
        Judging judging = new Judging();
        Random random = new Random(5);
        AssetDigest[] photos = new AssetDigest[4];
        for (int i = 0; i < photos.length; i++) {
            photos[i] = new AssetDigest(Integer.toString(50 + i).repeat(32));
            judging.picture(photos[i], photo(2_400, 1_600, i % 2 == 0 ? "jpeg" : "png"));
        }
        judging.add(Face.FRONT, Judging.WHOLE, new ImageContent(photos[0]));
        judging.add(Face.BACK, Judging.WHOLE, rectangle("#f2efe8"));
        for (int i = 2; i < 200; i++) {
            int x = 3_000 + random.nextInt(60_000);
            int y = 3_000 + random.nextInt(42_000);
            int width = 8_000 + random.nextInt(20_000);
            Content content =
                    switch (i % 25) {
                        case 0, 1, 2 -> new ImageContent(photos[random.nextInt(4)]);
                        case 3, 4 -> field(FieldKey.CUSTOM, "MEMBER " + i, "plex-mono", 2_400);
                        default ->
                                i % 25 < 15
                                        ? text("Line number " + i, "plex-sans", 2_600, "#102040")
                                        : i % 2 == 0 ? ellipse("#335577") : rectangle("#c8c8c8");
                    };
            int height = content instanceof ImageContent ? width * 2 / 3 : 5_000;
            judging.add(i % 3 == 0 ? Face.BACK : Face.FRONT, box(x, y, width, height), content);
        }
        return judging;
    }
}
