package io.cardloom.designer.preflight;

import io.cardloom.designer.design.Digest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all rules found.
 *
 * @param digest of the revision that was judged; null for a live look at a document not frozen
 * @param findings errors first, then by rule address
 * @param rules SHA-256 of the rules that judged, 64 lower-case hexadecimal characters
 * @param judgedAt when
 */
public record PreflightReport(
        @Nullable Digest digest, List<Finding> findings, String rules, Instant judgedAt) {

    public PreflightReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing found is an error. */
    public boolean passes() {
        return count(Severity.ERROR) == 0;
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
