package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.asset.Asset;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.fixture.DesignCorpus;
import io.cardloom.designer.render.Cut;
import io.cardloom.designer.render.Renderer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * What the editor shows is what is printed: each document of the corpus, as Chromium draws it in
 * the editor and as the server draws it, at the same 300 pixels an inch.
 */
@DemoPortal
class PixelTruthIT {

    private static final int DPI = 300;
    private static final double MOST = 1.5;
    private static final Path KEPT = Path.of("target", "pixel-truth");

    @LocalServerPort int port;
    @Autowired ApplicationContext portal;
    @Autowired Assets assets;
    @Autowired CardBodies bodies;
    @Autowired Renderer renderer;

    @Test
    void theEditorShowsEveryDocumentAsItIsPrinted() throws Exception {
        Map<String, Double> differences = new LinkedHashMap<>();
        try (EditorDesk desk = EditorDesk.open(portal, port)) {
            CardBody body = bodies.list(desk.actor).getFirst();
            Map<String, DesignDocument> corpus =
                    DesignCorpus.of(
                            body.id(),
                            uploaded(desk, "photo.png", DesignCorpus.photo(), 1),
                            uploaded(desk, "mark.png", DesignCorpus.mark(), 2));
            assertThat(corpus).hasSizeGreaterThanOrEqualTo(60);
            for (Map.Entry<String, DesignDocument> one : corpus.entrySet()) {
                differences.put(one.getKey(), difference(desk, body, one));
            }
        }
        Files.writeString(KEPT.resolve("pixel-truth.md"), table(differences));
        assertThat(differences).allSatisfy((name, by) -> assertThat(by).as(name).isLessThan(MOST));
    }

    /** Uploads a picture and places it, so that the editor may fetch it. */
    private io.cardloom.designer.asset.AssetDigest uploaded(
            EditorDesk desk, String name, byte[] file, int number) {
        Asset asset = assets.upload(desk.actor, name, new ByteArrayInputStream(file));
        desk.apply(
                ("{\"op\":\"add\",\"id\":\"lay_%026d\",\"layer\":{\"type\":\"image\",\"asset\":\"%s\","
                     + "\"face\":\"back\",\"order\":\"a\",\"name\":\"\",\"x\":0,\"y\":0,"
                     + "\"width\":9000,\"height\":6000,\"rotation\":0,\"opacity\":1000,"
                     + "\"locked\":false,\"hidden\":false}}")
                        .formatted(number, asset.digest().hex()));
        return asset.digest();
    }

    private double difference(
            EditorDesk desk, CardBody body, Map.Entry<String, DesignDocument> document)
            throws IOException {
        byte[] print =
                renderer.png(
                        desk.actor.tenant(), document.getValue(), body, Face.FRONT, DPI, Cut.TRIM);
        BufferedImage printed = ImageIO.read(new ByteArrayInputStream(print));
        int width = printed.getWidth();
        int height = printed.getHeight();
        double scale = 25_400.0 / DPI;
        Object shown =
                desk.browser.later(
                        SHOW,
                        DesignJson.write(document.getValue()),
                        width,
                        height,
                        width * scale,
                        height * scale);
        assertThat(shown).as(document.getKey()).isEqualTo("shown");
        byte[] screen = desk.browser.corner(width, height);
        double difference = difference(printed, ImageIO.read(new ByteArrayInputStream(screen)));
        Files.createDirectories(KEPT);
        if (difference >= MOST) {
            String name = document.getKey().replaceAll("[^a-zA-Z0-9]+", "-");
            Files.write(KEPT.resolve(name + "-print.png"), print);
            Files.write(KEPT.resolve(name + "-screen.png"), screen);
        }
        return difference;
    }

    /** The mean absolute difference of the channels, 0 to 255. */
    private static double difference(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
                }
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    private static String table(Map<String, Double> differences) {
        StringBuilder table = new StringBuilder("| document | difference |\n|---|---:|\n");
        new TreeMap<>(differences)
                .forEach(
                        (name, by) ->
                                table.append("| ")
                                        .append(name)
                                        .append(" | ")
                                        .append(String.format(Locale.ROOT, "%.2f", by))
                                        .append(" |\n"));
        return table.toString();
    }

    /**
     * Opens a document in the editor, and lays a copy of its card alone over the window's corner.
     */
    private static final String SHOW =
            """
            const [json, width, height, wide, high, done] = arguments;
            const editor = document.querySelector('cardloom-editor');
            const wait = (ms) => new Promise((go) => setTimeout(go, ms));
            (async () => {
              const layers = JSON.parse(json).layers;
              editor.guides = false;
              editor.open(JSON.stringify({ ...editor.start, layers }));
              const set = Object.entries(layers).filter(([, l]) => ['text', 'field', 'code'].includes(l.type));
              for (let i = 0; set.some(([id]) => !editor.shaping.outlines.has(id)); i++) {
                if (i > 300) return done('no outline of ' + JSON.stringify(set));
                await wait(20);
              }
              editor.requestUpdate();
              await editor.updateComplete;
              const root = editor.shadowRoot;
              root.querySelector('#copy')?.remove();
              const copy = root.querySelector('svg.stage').cloneNode(true);
              copy.querySelectorAll('.beyond, .body-shadow, .finding, .snap, .theirs, .pointer, .selected, .handle').forEach((one) => one.remove());
              copy.id = 'copy';
              copy.setAttribute('class', '');
              copy.setAttribute('viewBox', `0 0 ${wide} ${high}`);
              copy.setAttribute('preserveAspectRatio', 'none');
              copy.style = `position:fixed;inset:0 auto auto 0;width:${width}px;height:${height}px;z-index:99999;background:#fff`;
              root.append(copy);
              for (const image of copy.querySelectorAll('image')) {
                const loaded = new Image();
                loaded.src = image.getAttribute('href');
                await loaded.decode();
              }
              await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
              await wait(60);
              done('shown');
            })().catch((error) => done(String(error)));
            """;
}
