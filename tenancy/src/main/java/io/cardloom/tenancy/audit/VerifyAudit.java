package io.cardloom.tenancy.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an exported trail with nothing but a JDK and Jackson: no portal, no database, no
 * network.
 *
 * <p>What it trusts is given from outside: the installation's public key, its fingerprint, or a
 * signed head that was witnessed earlier. The key inside the export is only believed when it is one
 * of these.
 */
public final class VerifyAudit {

    /** The trail is whole. */
    public static final int WHOLE = 0;

    /** It is not, or not the one that is trusted; the message says where and what. */
    public static final int BROKEN = 1;

    /** The command was not understood, or a file cannot be read. */
    public static final int USAGE = 2;

    private static final String HELP =
            """
            usage: VerifyAudit <export.jsonl> [--fingerprint <64 hex>] [--key <public.pem>] [--witness <head.json>]...
            Give at least one of the three, kept outside of the Cardloom that wrote the export.
            exit: 0 the trail is whole, 1 it is not, 2 the command was not understood\
            """;

    private VerifyAudit() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    /** As {@link #main}, with the exit code as the answer. */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            Trust trust = new Trust(null, new ArrayList<>());
            @Nullable Path export = null;
            for (int i = 0; i < args.size(); i++) {
                String arg = args.get(i);
                if (arg.startsWith("--")) {
                    if (++i == args.size()) {
                        throw new IllegalArgumentException(arg + " needs a value");
                    }
                    trust = option(trust, arg, args.get(i));
                } else if (export == null) {
                    export = Path.of(arg);
                } else {
                    throw new IllegalArgumentException("one export at a time");
                }
            }
            if (export == null || !trust.isGiven()) {
                err.println(HELP);
                return USAGE;
            }
            return verify(export, trust, out);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(HELP);
            return USAGE;
        } catch (IOException e) {
            err.println("cannot read: " + e.getMessage());
            return USAGE;
        }
    }

    private static int verify(Path export, Trust trust, PrintStream out) throws IOException {
        TrailReader reader = new TrailReader(trust);
        try (var in = Files.newInputStream(export)) {
            reader.read(in);
        } catch (BrokenTrail e) {
            out.println("BROKEN: " + e.getMessage());
            return BROKEN;
        }
        out.println(reader.summary());
        return WHOLE;
    }

    private static Trust option(Trust trust, String name, String value) throws IOException {
        return switch (name) {
            case "--fingerprint" -> trust.withFingerprint(fingerprint(value));
            case "--key" -> trust.withFingerprint(ofKey(Path.of(value)));
            case "--witness" -> trust.withWitness(Files.readString(Path.of(value)));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static String fingerprint(String text) {
        String hex = text.strip().toLowerCase(java.util.Locale.ROOT).replace(":", "");
        if (hex.length() != 64 || HexFormat.of().parseHex(hex).length != 32) {
            throw new IllegalArgumentException("a fingerprint has 64 hex characters");
        }
        return hex;
    }

    private static String ofKey(Path file) throws IOException {
        try {
            byte[] der = PublicKeys.der("PUBLIC KEY", Files.readString(file));
            return PublicKeys.fingerprint(PublicKeys.fromDer(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 public key in " + file, e);
        }
    }
}
