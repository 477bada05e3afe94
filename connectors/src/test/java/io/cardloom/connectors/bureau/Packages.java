package io.cardloom.connectors.bureau;

import io.cardloom.production.RunId;
import io.cardloom.production.output.PackageName;
import io.cardloom.production.output.PackagedFile;
import io.cardloom.production.output.RunPackage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Packages for tests: no real account, no real card. */
public final class Packages {

    private Packages() {}

    /** A package of two files, the second of so many random bytes. */
    public static RunPackage of(int cards, int stock, int bytes) throws Exception {
        byte[] records = "number,track2\n1,;0=0?\n".getBytes(StandardCharsets.US_ASCII);
        byte[] print = new byte[bytes];
        new Random(7).nextBytes(print);
        return of(cards, stock, file("records.csv", records), file("print.pdf", print));
    }

    public static RunPackage of(int cards, int stock, PackagedFile... files) throws Exception {
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        for (PackagedFile file : files) {
            all.update((file.name() + file.sha256()).getBytes(StandardCharsets.US_ASCII));
        }
        return new RunPackage(
                PackageName.of(
                        RunId.next(Clock.systemUTC()), HexFormat.of().formatHex(all.digest())),
                "ab".repeat(32),
                cards,
                stock,
                List.of(files));
    }

    public static PackagedFile file(String name, byte[] content) throws Exception {
        return new PackagedFile(name, content.length, sha256(content), out -> out.write(content));
    }

    public static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
