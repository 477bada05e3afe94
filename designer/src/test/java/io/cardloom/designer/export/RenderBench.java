package io.cardloom.designer.export;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.fixture.Peer;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Png;
import io.cardloom.designer.render.BenchCard;
import io.cardloom.designer.render.CardPress;
import io.cardloom.designer.render.CardPrint;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.separation.CmykTable;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * How fast cards are rendered, against others on the same core; run by {@code ./cardloom bench
 * render}, never with the tests. Ours and theirs take turns, and the ratio is the median of the
 * turns'.
 */
class RenderBench {

    private static final int TURNS = 5;
    private static final int SVGS = 8;

    /** Work that is timed for some cards. */
    private interface Work {
        void card(int number) throws IOException;
    }

    private final Path folder = Path.of(System.getProperty("cardloom.bench.folder"));
    private final BenchCard card;
    private final CardPrint print;
    private final CardPress press;
    private final OutputStream nowhere = OutputStream.nullOutputStream();

    RenderBench() throws IOException {
        this.card = new BenchCard();
        this.print = card.print(300);
        this.press = print.press();
    }

    @Test
    void cards() throws Exception {
        write();
        for (int i = 0; i < 3_000; i++) {
            press.png(BenchCard.values(i), nowhere);
        }
        Work raw = number -> press.next(BenchCard.values(number));
        Work png = number -> press.png(BenchCard.values(number), nowhere);
        Work imageIo = number -> Png.of(press.next(BenchCard.values(number)), 300);
        try (Opponent others = new Opponent()) {
            for (String what : "same flat same-png flat-png sharp-png".split(" ")) {
                others.nanos(what, 3);
            }
            compare("raw 300 dpi : resvg, same SVG", 300, raw, 600, others, "same", 6);
            compare("raw 300 dpi : resvg, flattened", 80, raw, 600, others, "flat", 20);
            compare("PNG 300 dpi : resvg, same SVG", 100, png, 600, others, "same-png", 6);
            compare("PNG 300 dpi : resvg, flattened", 40, png, 600, others, "flat-png", 12);
            compare("PNG 300 dpi : sharp, flattened", 35, png, 600, others, "sharp-png", 12);
        }
        double[] ratios = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double ours = nanos(png, 600);
            ratios[turn] = nanos(imageIo, 12) / ours;
        }
        say("PNG 300 dpi : our pixels by ImageIO", 35, ratios);
        figure("raw cards a second, 300 dpi", 1e9 / nanos(raw, 3_000));
        figure("PNG cards a second, 300 dpi", 1e9 / nanos(png, 3_000));
        CardPress fine = card.print(600).press();
        Work rawFine = number -> fine.next(BenchCard.values(number));
        Work pngFine = number -> fine.png(BenchCard.values(number), nowhere);
        nanos(pngFine, 200);
        figure("raw cards a second, 600 dpi", 1e9 / nanos(rawFine, 1_000));
        figure("PNG cards a second, 600 dpi", 1e9 / nanos(pngFine, 500));
    }

    @Test
    void manyCardsAsPdf() throws Exception {
        Path pdf = folder.resolve("cards.pdf");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xmx256m",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.cardloom.designer.render.BenchPages",
                                pdf.toString(),
                                "10000")
                        .inheritIO()
                        .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new AssertionError("the printer failed");
        }
        figure(
                "10,000 cards to PDF, heap of 256 MB, seconds (goal 15)",
                (System.nanoTime() - start) / 1e9);
        figure("its size, MB (goal 20)", Files.size(pdf) / 1e6);
    }

    @Test
    void inks() throws Exception {
        CmykTable table = CmykTable.fogra39();
        BufferedImage sheet = print.raster(BenchCard.values(1));
        for (int i = 0; i < 60; i++) {
            table.of(sheet);
        }
        int cards = 20;
        Peer lcms = new Peer("liblcms2-utils");
        lcms.file("cmyk.icc", table.profile());
        lcms.file("srgb.icc", CmykTable.class.getResourceAsStream("srgb.icc").readAllBytes());
        lcms.file("one.png", Png.of(sheet, 300));
        lcms.run(
                "convert",
                "-size",
                "1x1",
                "xc:red",
                "-type",
                "truecolor",
                "-compress",
                "none",
                "dot.tif");
        String[] many = new String[cards + 5];
        Arrays.fill(many, "one.png");
        many[0] = "convert";
        System.arraycopy(
                new String[] {"-append", "-compress", "none", "many.tif"}, 0, many, cards + 1, 4);
        lcms.run(many);
        double[] ratios = new double[TURNS];
        double[] ours = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            long start = System.nanoTime();
            for (int i = 0; i < cards; i++) {
                table.of(sheet);
            }
            ours[turn] = (System.nanoTime() - start) / 1e6 / cards;
            double theirs = (tificc(lcms, "many.tif") - tificc(lcms, "dot.tif")) / 1e6 / cards;
            ratios[turn] = theirs / ours[turn];
        }
        say("sRGB to CMYK : Little CMS (tificc, its start taken off)", 1, ratios);
        Arrays.sort(ours);
        figure("our sRGB to CMYK, ms a card of 300 dpi", ours[TURNS / 2]);
    }

    private static double tificc(Peer lcms, String file) throws Exception {
        long start = System.nanoTime();
        lcms.run("tificc", "-n", "-isrgb.icc", "-ocmyk.icc", "-t1", "-b", file, "out.tif");
        return System.nanoTime() - start;
    }

    private void compare(
            String what, int goal, Work ours, int our, Opponent theirs, String command, int their)
            throws Exception {
        double[] ratios = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double mine = nanos(ours, our);
            ratios[turn] = theirs.nanos(command, their) / mine;
        }
        say(what, goal, ratios);
    }

    private static double nanos(Work work, int cards) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < cards; i++) {
            work.card(i);
        }
        return (System.nanoTime() - start) / (double) cards;
    }

    private static void say(String what, int goal, double[] ratios) {
        Arrays.sort(ratios);
        double median = ratios[ratios.length / 2];
        System.out.printf(
                Locale.ROOT,
                "bench %-56s %7.1f times as fast (%.1f to %.1f; goal %d: %s)%n",
                what,
                median,
                ratios[0],
                ratios[ratios.length - 1],
                goal,
                median >= goal ? "reached" : "NOT reached");
    }

    private static void figure(String what, double value) {
        System.out.printf(Locale.ROOT, "bench %-56s %9.1f%n", what, value);
    }

    /**
     * What the opponents draw: the whole card, its fields over a finished picture, its fields
     * alone.
     */
    private void write() throws Exception {
        BufferedImage ground = print.fixed();
        byte[] png = Png.of(ground, 300);
        byte[] rgb = new byte[3 * ground.getWidth() * ground.getHeight()];
        int at = 0;
        for (int pixel :
                ground.getRGB(
                        0, 0, ground.getWidth(), ground.getHeight(), null, 0, ground.getWidth())) {
            rgb[at++] = (byte) (pixel >> 16);
            rgb[at++] = (byte) (pixel >> 8);
            rgb[at++] = (byte) pixel;
        }
        Files.write(folder.resolve("ground.rgb"), rgb);
        String picture =
                "<image x=\"-2000\" y=\"-2000\" width=\"89600\" height=\"57980\""
                        + " preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(png)
                        + "\"/>";
        for (int i = 0; i < SVGS; i++) {
            FieldValues values = FieldValues.card(BenchCard.values(i));
            svg(
                    "same-" + i,
                    new LayeredSvg(card.body(), new Planner(new Fonts()), card.pictures(), values)
                            .write(card.document(true), Face.FRONT, "card"));
            String fields =
                    new LayeredSvg(card.body(), new Planner(new Fonts()), card.pictures(), values)
                            .write(card.document(false), Face.FRONT, "card");
            svg("flat-" + i, fields.replaceFirst("<rect[^>]*>", picture));
            String over =
                    fields.replaceFirst("<rect[^>]*>", "")
                            .replaceFirst(
                                    "width=\"[^\"]*\" height=\"[^\"]*\"",
                                    "width=\"%d\" height=\"%d\""
                                            .formatted(ground.getWidth(), ground.getHeight()));
            svg("over-" + i, over);
        }
    }

    private void svg(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), text);
    }

    /** The other renderers, in a Node of their own. */
    private final class Opponent implements AutoCloseable {

        private final Process node;
        private final PrintWriter to;
        private final BufferedReader from;

        Opponent() throws IOException {
            node =
                    new ProcessBuilder(
                                    "node",
                                    "src/test/bench/render.mjs",
                                    folder.toString(),
                                    folder.toString(),
                                    Integer.toString(print.widthPx()),
                                    Integer.toString(print.heightPx()))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            to = new PrintWriter(node.getOutputStream(), true, StandardCharsets.UTF_8);
            from =
                    new BufferedReader(
                            new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Nanoseconds a card. */
        double nanos(String what, int cards) throws IOException {
            to.println(what + " " + cards);
            String answer = from.readLine();
            if (answer == null) {
                throw new IOException("the opponents ended");
            }
            return Double.parseDouble(answer.split(" ")[0]) / cards;
        }

        @Override
        public void close() {
            node.destroy();
        }
    }
}
