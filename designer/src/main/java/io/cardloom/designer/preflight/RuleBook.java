package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.profile.PrintProfiles;
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
                    Map.entry("picture-aspect", PictureChecks::aspect),
                    Map.entry("enlarged-picture", PictureChecks::enlarged),
                    Map.entry("bleed-coverage", BleedCheck::bleed),
                    Map.entry("safe-area", EdgeChecks::safeArea),
                    Map.entry("outside-card", EdgeChecks::outside),
                    Map.entry("zone-ink", ZoneChecks::ink),
                    Map.entry("text-contrast", ContrastChecks::text),
                    Map.entry("box-contrast", ContrastChecks::box),
                    Map.entry("shape-contrast", ContrastChecks::shape),
                    Map.entry("reversed-text", ContrastChecks::reversed),
                    Map.entry("near-black", ColorChecks::nearBlack),
                    Map.entry("one-tone", ColorChecks::oneTone),
                    Map.entry("hairline", ColorChecks::hairline),
                    Map.entry("text-size", TextChecks::size),
                    Map.entry("missing-glyph", TextChecks::glyphs),
                    Map.entry("many-fonts", FontChecks::many),
                    Map.entry("withdrawn-font", FontChecks::withdrawn),
                    Map.entry("field-overflow", FieldChecks::overflow),
                    Map.entry("missing-field", FieldChecks::missing),
                    Map.entry("field-line", FieldChecks::line),
                    Map.entry("field-contacts", FieldChecks::contacts),
                    Map.entry("fields-overlap", FieldChecks::overlap),
                    Map.entry("code-face", FieldChecks::codeBesideNumber),
                    Map.entry("struck-line", LineChecks::struck),
                    Map.entry("line-edge", LineChecks::edge),
                    Map.entry("empty-layer", LayerChecks::empty),
                    Map.entry("twin-layers", LayerChecks::twins),
                    Map.entry("hidden-layers", LayerChecks::hidden),
                    Map.entry("empty-slot", TagChecks::slots),
                    Map.entry("mandatory-seen", TagChecks::mandatory),
                    Map.entry("wallet-fields", TagChecks::wallet),
                    Map.entry("total-ink", InkCheck::coverage),
                    Map.entry("white-without-plate", PlateChecks::white),
                    Map.entry("underprint", PlateChecks::underprint),
                    Map.entry("missing-plate", PlateChecks::missing),
                    Map.entry("code-module", CodeChecks::module),
                    Map.entry("code-red-light", CodeChecks::redLight),
                    Map.entry("code-quiet-zone", CodeChecks::quietZone),
                    Map.entry("code-reads", CodeReading::reads),
                    Map.entry("blank-face", LayerChecks::blank));

    private final byte[] data = data();
    private final List<Rule> rules;
    private final String digest;

    /**
     * @throws IllegalStateException when a rule names a check that does not exist
     */
    RuleBook(PrintProfiles profiles) {
        this.rules = JsonMapper.shared().readValue(data, new TypeReference<List<Rule>>() {});
        this.digest = sha256(data, profiles.digest());
        for (Rule rule : rules) {
            if (!CHECKS.containsKey(rule.evaluator())) {
                throw new IllegalStateException(rule.address() + " names an unknown check");
            }
        }
    }

    List<Rule> rules() {
        return rules;
    }

    /** The rules as they were read: JSON. */
    byte[] json() {
        return data.clone();
    }

    /** SHA-256 of the rules and the print profiles as data. */
    String digest() {
        return digest;
    }

    /** What all rules find on both faces: errors first, then by address and face. */
    List<Finding> judge(Bench bench) {
        List<Rule> bound =
                rules.stream()
                        .filter(rule -> rule.isFor(bench.body()))
                        .map(rule -> rule.on(bench.body(), bench.profile()))
                        .toList();
        List<Finding> findings = new ArrayList<>();
        for (Face face : Face.values()) {
            FaceBench side = bench.face(face);
            for (Rule rule : bound) {
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

    private static String sha256(byte[] data, String profiles) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(data);
            return HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(profiles)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
