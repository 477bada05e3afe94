package io.cardloom.portal.api;

import io.cardloom.designer.design.DesignSummary;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.preflight.Finding;
import io.cardloom.designer.preflight.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the API says of designs; lengths are millimeters from the trimmed card's top-left corner.
 */
final class DesignAnswers {

    private DesignAnswers() {}

    /** Part of a list, and how long the whole is. */
    record Designs(List<Design> designs, int offset, long total) {}

    /**
     * @param digest of its present content, only when that is frozen
     */
    record Design(
            String id,
            String name,
            String program,
            String state,
            long edits,
            @Nullable String digest,
            Instant changedAt) {

        static Design of(DesignSummary design) {
            return new Design(
                    design.id().value(),
                    design.name(),
                    design.program().value(),
                    word(design.state()),
                    design.number(),
                    hex(design.digest()),
                    design.changedAt());
        }
    }

    /**
     * What the rules find in a design as it stands.
     *
     * @param edits how many had been made to it
     * @param passes whether it may go on to approval: no finding is an error
     * @param rules SHA-256 of the rules and profiles that judged
     */
    record Judged(
            String design,
            long edits,
            @Nullable String digest,
            boolean passes,
            String rules,
            List<Found> findings) {

        static Judged of(DesignView design, String rules, List<Finding> findings) {
            return new Judged(
                    design.id().value(),
                    design.number(),
                    hex(design.digest()),
                    findings.stream().noneMatch(f -> f.severity() == Severity.ERROR),
                    rules,
                    findings.stream().map(Found::of).toList());
        }
    }

    /**
     * @param layer which layer it is about; left out where it is about the whole face
     */
    record Found(
            String rule,
            String severity,
            String face,
            Place place,
            String message,
            String remedy,
            @Nullable String layer) {

        static Found of(Finding finding) {
            return new Found(
                    finding.rule(),
                    word(finding.severity()),
                    word(finding.face()),
                    new Place(
                            mm(finding.x()),
                            mm(finding.y()),
                            mm(finding.width()),
                            mm(finding.height())),
                    finding.message(),
                    finding.remedy(),
                    finding.layer() == null ? null : finding.layer().value());
        }
    }

    /** Where on the face. */
    record Place(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height) {}

    private static BigDecimal mm(int micrometers) {
        return BigDecimal.valueOf(micrometers, 3);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String hex(@Nullable Digest digest) {
        return digest == null ? null : digest.hex64();
    }
}
