package io.cardloom.designer.render;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** A second opinion on our PDFs: Debian's poppler-utils. */
public final class Poppler {

    private Poppler() {}

    /** One page as pixels. */
    public static BufferedImage page(byte[] pdf, int page, double dpi) throws Exception {
        Path folder = folder();
        Path file = Files.write(folder.resolve("in.pdf"), pdf);
        String number = Integer.toString(page);
        run(
                "pdftoppm",
                "-png",
                "-singlefile",
                "-r",
                Double.toString(dpi),
                "-f",
                number,
                "-l",
                number,
                file.toString(),
                folder.resolve("out").toString());
        return ImageIO.read(folder.resolve("out.png").toFile());
    }

    /** What {@code pdfinfo -box} says. */
    public static String about(byte[] pdf) throws Exception {
        Path file = Files.write(folder().resolve("in.pdf"), pdf);
        return run("pdfinfo", "-box", file.toString());
    }

    /** Goes with the build. */
    private static Path folder() throws IOException {
        return Files.createTempDirectory(Path.of("target"), "poppler");
    }

    private static String run(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError(
                    "this test needs " + command[0] + ": apt-get install poppler-utils", e);
        }
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0 || said.contains("Syntax Error")) {
            throw new AssertionError(List.of(command) + " said: " + said);
        }
        return said;
    }

    /** The mean absolute difference of two pictures' channels, 0 to 255. */
    public static double difference(BufferedImage one, BufferedImage other) {
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        if (Math.abs(one.getWidth() - other.getWidth()) > 1
                || Math.abs(one.getHeight() - other.getHeight()) > 1) {
            throw new AssertionError("the pictures differ in size");
        }
        long sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
                }
            }
        }
        return sum / (3.0 * width * height);
    }

    /** Keeps a picture where a person can look at it. */
    public static void keep(BufferedImage image, String name) throws IOException {
        File folder = new File("target/pictures");
        folder.mkdirs();
        ImageIO.write(image, "png", new File(folder, name + ".png"));
    }
}
