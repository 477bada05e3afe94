package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * RSA keys of a card, 1408 bits and exponent 3, against openssl's: in turns, one thread each, the
 * time that openssl takes to start taken off. Run by {@code ./cardloom bench production}.
 */
class KeyGenerationBench {

    private static final int BITS = 1408;
    private static final int TURNS = 7;
    private static final int KEYS = 40;

    @Test
    void measuresKeysAgainstOpenssl() throws Exception {
        ours();
        double[] ratios = new double[TURNS];
        double[] milliseconds = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            long theirs = openssl("genrsa", "-3", Integer.toString(BITS)) - openssl("version");
            long own = ours();
            ratios[turn] = (double) theirs / own;
            milliseconds[turn] = own / 1e6 / KEYS;
        }
        Arrays.sort(ratios);
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "bench card keys of %d bits: %.1f x openssl genrsa (%.1f to %.1f), %.0f ms a key%n",
                BITS,
                ratios[TURNS / 2],
                ratios[0],
                ratios[TURNS - 1],
                milliseconds[TURNS / 2]);
    }

    private static long ours() {
        long begun = System.nanoTime();
        for (int i = 0; i < KEYS; i++) {
            assertThat(ChipRsa.generate(BITS)).isNotEmpty();
        }
        return System.nanoTime() - begun;
    }

    private static long openssl(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        long begun = System.nanoTime();
        for (int i = 0; i < KEYS; i++) {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            assertThat(process.waitFor()).isZero();
        }
        return System.nanoTime() - begun;
    }
}
