package io.cardloom.tenancy.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification believes from outside.
 *
 * @param fingerprint of the signing key; null when only witnesses are given
 * @param witnesses heads seen earlier
 */
record Trust(@Nullable String fingerprint, List<Witness> witnesses) {

    /** A head as somebody kept it; its own signature is checked with the export's key. */
    record Witness(String tenant, long count, String hash, String key, TrailLine line) {}

    boolean isGiven() {
        return fingerprint != null || !witnesses.isEmpty();
    }

    Trust withFingerprint(String value) {
        if (fingerprint != null && !fingerprint.equals(value)) {
            throw new IllegalArgumentException("two different keys cannot both be right");
        }
        return new Trust(value, witnesses);
    }

    Trust withWitness(String text) {
        try {
            TrailLine line = TrailLine.parse(text.strip());
            Witness witness =
                    new Witness(
                            line.text("head", "tenant"),
                            line.number("head", "count"),
                            line.text("head", "hash"),
                            line.text("head", "key"),
                            line);
            List<Witness> more = new ArrayList<>(witnesses);
            more.add(witness);
            return new Trust(fingerprint, List.copyOf(more));
        } catch (BrokenTrail e) {
            throw new IllegalArgumentException("no witnessed head: " + e.getMessage(), e);
        }
    }
}
