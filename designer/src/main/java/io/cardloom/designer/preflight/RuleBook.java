package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.Face;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rules, read from data, and the checks they name. */
@Component
class RuleBook {

    /** A check: looks at one face for one rule. */
    @FunctionalInterface
    interface Check {
        void judge(Rule rule, FaceBench bench, List<Finding> findings);
    }

    private static final Map<String, Check> CHECKS =
            Map.ofEntries(
                    Map.entry("effective-resolution", PictureChecks::resolution),
                    Map.entry("missing-picture", PictureChecks::missing),
                    Map.entry("bleed-coverage", EdgeChecks::bleed),
                    Map.entry("safe-area", EdgeChecks::safeArea),
                    Map.entry("outside-card", EdgeChecks::outside),
                    Map.entry("zone-ink", ZoneChecks::ink),
                    Map.entry("text-contrast", ContrastCheck::contrast),
                    Map.entry("text-size", TextChecks::size),
                    Map.entry("missing-glyph", TextChecks::glyphs),
                    Map.entry("field-overflow", TextChecks::overflow),
                    Map.entry("empty-layer", LayerChecks::empty),
                    Map.entry("blank-face", LayerChecks::blank));

    private final List<Rule> rules;
    private final String digest;

    /**
     * @throws IllegalStateException when a rule names a check that does not exist
     */
    RuleBook() {
        byte[] data = data();
        this.rules = JsonMapper.shared().readValue(data, new TypeReference<List<Rule>>() {});
        this.digest = sha256(data);
        for (Rule rule : rules) {
            if (!CHECKS.containsKey(rule.evaluator())) {
                throw new IllegalStateException(rule.address() + " names an unknown check");
            }
        }
    }

    List<Rule> rules() {
        return rules;
    }

    /** SHA-256 of the rules as data. */
    String digest() {
        return digest;
    }

    /** What all rules find on both faces: errors first, then by address and face. */
    List<Finding> judge(Bench bench) {
        List<Finding> findings = new ArrayList<>();
        for (Face face : Face.values()) {
            FaceBench side = bench.face(face);
            for (Rule rule : rules) {
                check(rule).judge(rule, side, findings);
            }
        }
        findings.sort(
                Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::rule)
                        .thenComparing(Finding::face)
                        .thenComparing(Finding::y)
                        .thenComparing(Finding::x));
        return List.copyOf(findings);
    }

    private static Check check(Rule rule) {
        Check check = CHECKS.get(rule.evaluator());
        if (check == null) {
            throw new IllegalStateException(rule.address() + " names an unknown check");
        }
        return check;
    }

    private static byte[] data() {
        try (InputStream in = RuleBook.class.getResourceAsStream("rules.json")) {
            if (in == null) {
                throw new IllegalStateException("rules.json is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
