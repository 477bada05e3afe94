package io.cardloom.connectors.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gibibyte signed and encrypted by CMS, against two of openssl in a pipe: in turns, each a whole
 * process from its start, ours with the archive of classes that an installed portal starts with,
 * and once more without the JVM's start, which a portal that runs has behind it. Nothing else is
 * warm: the process has sealed nothing before. Run by {@code ./cardloom bench production}.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SealBench {

    private static final int TURNS = 5;
    private static final long BYTES = 1L << 30;
    private static final long MOST_RESIDENT_KB = 256 << 10;

    @TempDir static Path folder;

    private int residentKilobytes;
    private long sealingNanos;
    private String jars = "";

    @Test
    void measuresAGibibyteAgainstOpenssl() throws Exception {
        Path content = content();
        shell(
                "openssl req -x509 -newkey rsa:3072 -nodes -subj /CN=Bench -keyout key.pem -out"
                        + " cert.pem -days 2 2>/dev/null");
        jars = asInstalled();
        ours(content);
        double[] ratios = new double[TURNS];
        double[] started = new double[TURNS];
        double[] seconds = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            long own = ours(content);
            long theirs = theirs();
            ratios[turn] = (double) own / theirs;
            started[turn] = (double) sealingNanos / theirs;
            seconds[turn] = own / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "bench sign and encrypt 1 GiB: %s x the time of openssl cms -stream with the JVM's"
                        + " start, %s x without; %.1f s with it, at most %d MB resident%n",
                spread(ratios),
                spread(started),
                seconds[TURNS / 2],
                residentKilobytes >> 10);
        assertThat(residentKilobytes).isLessThanOrEqualTo((int) MOST_RESIDENT_KB);
    }

    private static String spread(double[] ratios) {
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                ratios[TURNS / 2],
                ratios[0],
                ratios[TURNS - 1]);
    }

    /**
     * The class path with its folders packed, as an installed portal has it: only jars have a class
     * archive.
     */
    private static String asInstalled() {
        List<String> path = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Files.isDirectory(Path.of(part)) ? packed(part, path.size()) : part);
        }
        return String.join(File.pathSeparator, path);
    }

    private static String packed(String classes, int number) {
        Path jar = folder.resolve("classes-" + number + ".jar");
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        String made = jar.toString();
        assertThat(tool.run(System.out, System.err, "cfM", made, "-C", classes, ".")).isZero();
        return made;
    }

    private long ours(Path content) throws Exception {
        long begun = System.nanoTime();
        String said =
                shell(
                        Path.of(System.getProperty("java.home"), "bin", "java")
                                + " -Xmx64m -XX:+UseSerialGC -XX:+AutoCreateSharedArchive"
                                + " -XX:SharedArchiveFile=seal.jsa -Xlog:cds=off"
                                + " -Xlog:cds+dynamic=off -cp '"
                                + jars
                                + "' "
                                + SealFile.class.getName()
                                + " "
                                + content
                                + " ours.p7m key.pem cert.pem");
        long took = System.nanoTime() - begun;
        String[] told = said.strip().split("\\s+");
        sealingNanos = Long.parseLong(told[0]);
        residentKilobytes = Math.max(residentKilobytes, Integer.parseInt(told[1]));
        return took;
    }

    private static long theirs() throws Exception {
        long begun = System.nanoTime();
        shell(
                "set -o pipefail; openssl cms -sign -binary -nodetach -stream -md sha256 -signer"
                        + " cert.pem -inkey key.pem -outform DER -in content | openssl cms -encrypt"
                        + " -binary -stream -aes-256-cbc -outform DER -out theirs.p7m -recip"
                        + " cert.pem -keyopt rsa_padding_mode:oaep");
        return System.nanoTime() - begun;
    }

    private static String shell(String line) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("bash", "-c", line)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(line).isZero();
        return said;
    }

    private static Path content() throws IOException {
        byte[] block = new byte[1 << 20];
        new Random(5).nextBytes(block);
        Path content = folder.resolve("content");
        try (OutputStream out = Files.newOutputStream(content)) {
            for (long at = 0; at < BYTES; at += block.length) {
                out.write(block);
            }
        }
        return content;
    }
}
