package io.cardloom.connectors.bureau;

import io.cardloom.connectors.simulator.TestKeys;
import io.cardloom.production.output.PackagedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Seals a package of so many megabytes in a JVM of its own, whose heap is the measure. */
final class SealLargePackage {

    private static final int BLOCK = 1 << 16;

    private SealLargePackage() {}

    public static void main(String[] arguments) throws Exception {
        long bytes = Long.parseLong(arguments[0]) << 20;
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        write(
                bytes,
                new OutputStream() {
                    @Override
                    public void write(int value) {
                        digest.update((byte) value);
                    }

                    @Override
                    public void write(byte[] values, int from, int length) {
                        digest.update(values, from, length);
                    }
                });
        PackagedFile file =
                new PackagedFile(
                        "print.pdf",
                        bytes,
                        HexFormat.of().formatHex(digest.digest()),
                        out -> write(bytes, out));
        String manifest =
                PackageSeal.seal(
                        Packages.of(1, 1, file),
                        new TestKeys().signer(),
                        TestKeys.certificate(TestKeys.pair("RSA", 2048), "Bureau"),
                        OutputStream.nullOutputStream());
        System.out.println("sealed " + manifest);
    }

    private static void write(long bytes, OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK];
        for (long at = 0; at < bytes; at += BLOCK) {
            block[0] = (byte) (at >> 16);
            block[9] = (byte) (at >> 24);
            out.write(block);
        }
    }
}
