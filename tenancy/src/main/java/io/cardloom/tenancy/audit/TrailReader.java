package io.cardloom.tenancy.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an exported trail once, line by line, and stops at the first thing that is not right. */
final class TrailReader {

    private static final int LONGEST_LINE = 1 << 24;

    private final Trust trust;
    private final List<Trust.Witness> unmet;
    private @Nullable PublicKey key;
    private String tenant = "";
    private String hash = Sha256.NOTHING;
    private String signedAt = "";
    private long entries;
    private long line;
    private boolean headLast;

    TrailReader(Trust trust) {
        this.trust = trust;
        this.unmet = new ArrayList<>(trust.witnesses());
    }

    void read(InputStream raw) throws IOException, BrokenTrail {
        InputStream in = new BufferedInputStream(raw, 1 << 16);
        @Nullable String text = next(in);
        if (text == null) {
            throw new BrokenTrail("the export is empty");
        }
        try {
            header(TrailLine.parse(text));
            meetWitnesses();
            while ((text = next(in)) != null) {
                TrailLine parsed = TrailLine.parse(text);
                if (parsed.has("entry")) {
                    entry(parsed);
                } else {
                    head(parsed);
                }
                meetWitnesses();
            }
        } catch (BrokenTrail e) {
            throw new BrokenTrail("line " + line + ": " + e.getMessage());
        }
        end();
    }

    String summary() {
        return "WHOLE: "
                + entries
                + " entries of "
                + tenant
                + ", last hash "
                + hash
                + ", head signed at "
                + signedAt
                + (trust.witnesses().isEmpty()
                        ? "; without a witnessed head, entries cut off the end before the export"
                                + " was made would not be seen"
                        : "; agrees with " + trust.witnesses().size() + " witnessed head(s)");
    }

    private void header(TrailLine first) throws BrokenTrail {
        if (!first.text("format").equals(AuditExport.FORMAT)) {
            throw new BrokenTrail("this is no " + AuditExport.FORMAT + " export");
        }
        tenant = first.text("tenant");
        try {
            key = PublicKeys.fromDer(PublicKeys.strict(first.text("key")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BrokenTrail("the public key in the export is damaged");
        }
        String fingerprint = PublicKeys.fingerprint(key);
        if (trust.fingerprint() != null && !trust.fingerprint().equals(fingerprint)) {
            throw new BrokenTrail("the export is signed with another key than the trusted one");
        }
        for (Trust.Witness witness : trust.witnesses()) {
            if (!witness.key().equals(fingerprint)) {
                throw new BrokenTrail("the witnessed head is signed with another key");
            }
            if (!witness.tenant().equals(tenant)) {
                throw new BrokenTrail("the witnessed head is of another tenant");
            }
            requireSigned(witness.line(), "the witnessed head");
        }
    }

    private void entry(TrailLine parsed) throws BrokenTrail {
        headLast = false;
        if (parsed.number("entry", "sequence") != entries + 1) {
            throw new BrokenTrail(
                    "entry "
                            + (entries + 1)
                            + " should stand here: entries are missing, doubled or swapped");
        }
        if (!parsed.text("entry", "tenant").equals(tenant)) {
            throw new BrokenTrail("this entry is of another tenant");
        }
        if (!parsed.text("hash").equals(Sha256.hex(parsed.inner("entry")))) {
            throw new BrokenTrail("entry " + (entries + 1) + " was changed: its hash is another");
        }
        if (!parsed.text("entry", "previous").equals(hash)) {
            throw new BrokenTrail(
                    "entry " + (entries + 1) + " does not continue the entry before it");
        }
        hash = parsed.text("hash");
        entries++;
    }

    private void head(TrailLine parsed) throws BrokenTrail {
        requireSigned(parsed, "this head");
        if (!parsed.text("head", "tenant").equals(tenant)
                || parsed.number("head", "count") != entries
                || !parsed.text("head", "hash").equals(hash)) {
            throw new BrokenTrail(
                    "the head signed here is of other entries than the "
                            + entries
                            + " before it: the chain was rewritten");
        }
        headLast = true;
        signedAt = parsed.text("head", "signedAt");
    }

    private void requireSigned(TrailLine head, String what) throws BrokenTrail {
        PublicKey by = key;
        if (by == null
                || !head.text("head", "key").equals(PublicKeys.fingerprint(by))
                || !PublicKeys.verifies(by, head.inner("head"), head.text("signature"))) {
            throw new BrokenTrail(what + " is not signed by that key");
        }
    }

    private void meetWitnesses() throws BrokenTrail {
        for (Trust.Witness witness : List.copyOf(unmet)) {
            if (witness.count() == entries) {
                if (!witness.hash().equals(hash)) {
                    throw new BrokenTrail(
                            "entry "
                                    + entries
                                    + " is not the one that was witnessed: the chain was"
                                    + " rewritten");
                }
                unmet.remove(witness);
            }
        }
    }

    private void end() throws BrokenTrail {
        for (Trust.Witness witness : unmet) {
            throw new BrokenTrail(
                    "the tail is missing: "
                            + witness.count()
                            + " entries were witnessed, "
                            + entries
                            + " are here");
        }
        if (!headLast) {
            throw new BrokenTrail(
                    "the export does not end with a signed head: it is cut off, or Cardloom refused"
                            + " to sign it");
        }
    }

    private @Nullable String next(InputStream in) throws IOException, BrokenTrail {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        int b = in.read();
        if (b < 0) {
            return null;
        }
        line++;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            bytes.write(b);
            if (bytes.size() > LONGEST_LINE) {
                throw new BrokenTrail("line " + line + " is longer than any Cardloom writes");
            }
        }
        if (b < 0) {
            throw new BrokenTrail("line " + line + " is cut off");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenTrail("line " + line + " is not UTF-8");
        }
    }
}
