package io.cardloom.designer.preflight;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.Edited;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.designer.profile.PrintProfiles;
import io.cardloom.designer.render.FontFace;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.SampleDesigns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A design on the bench; what a rule finds in it, and what is left after the fix. */
final class Judging {

    static final PrintProfiles PROFILES = new PrintProfiles();
    static final RuleBook RULES = new RuleBook(PROFILES);

    /** A family that the issuer has withdrawn. */
    static final String WITHDRAWN = "plex-serif";

    static final Box WHOLE = box(-2_000, -2_000, 89_600, 57_980);

    private static final Planner PLANNER = new Planner(new Fonts());
    private static final List<String> FAMILIES =
            new Fonts().all().stream().map(FontFace::family).distinct().toList();
    private static final Pictures SAMPLES = SampleDesigns.pictures();

    private final Patches patches = new Patches();
    private final SampleDesigns design = new SampleDesigns();
    private final Map<AssetDigest, RasterFile> pictures = new HashMap<>();
    private CardBody body = SampleDesigns.body();

    Judging add(Face face, Box box, Content content) {
        design.add(face, box, content);
        return this;
    }

    SampleDesigns design() {
        return design;
    }

    Judging picture(AssetDigest digest, byte[] file) {
        pictures.put(digest, new RasterFile(file));
        return this;
    }

    Judging on(PrintMethod method, Finish finish, String color) {
        body = body(method, finish, color, body.zones(), body.dpi());
        return this;
    }

    Judging dpi(int dpi) {
        body = body(body.printMethod(), body.finish(), body.color(), body.zones(), dpi);
        return this;
    }

    /** The body with one more zone. */
    Judging with(ZoneKind kind, Face face, int x, int y, int width, int height) {
        return with(new Zone(kind, face, x, y, width, height, false));
    }

    /** The body with one more zone. */
    Judging with(Zone zone) {
        List<Zone> zones = new ArrayList<>(body.zones());
        zones.add(zone);
        body = body(body.printMethod(), body.finish(), body.color(), zones, body.dpi());
        return this;
    }

    private CardBody body(
            PrintMethod method, Finish finish, String color, List<Zone> zones, int dpi) {
        return new CardBody(
                body.id(),
                body.version(),
                body.name(),
                body.material(),
                color,
                finish,
                body.width(),
                body.height(),
                body.cornerRadius(),
                body.bleed(),
                body.safeMargin(),
                zones,
                method,
                dpi,
                body.stock());
    }

    List<Finding> judge(DesignDocument document) {
        return RULES.judge(
                new Bench(
                        document,
                        body,
                        PLANNER,
                        asset ->
                                Optional.ofNullable(pictures.get(asset))
                                        .or(() -> SAMPLES.find(asset)),
                        PROFILES.of(body),
                        FAMILIES,
                        WITHDRAWN::equals,
                        patches,
                        "somebody"));
    }

    List<Finding> judge() {
        return judge(design.document());
    }

    void passes(String rule) {
        assertThat(judge())
                .filteredOn(f -> f.severity() != Severity.NOTE)
                .noneMatch(f -> f.rule().equals(rule));
    }

    /** Nothing at all, not even a note. */
    void isSilent(String rule) {
        assertThat(judge()).noneMatch(f -> f.rule().equals(rule));
    }

    Finding fails(String rule, Severity severity) {
        List<Finding> found = of(rule, judge());
        assertThat(found).as("findings of " + rule).isNotEmpty();
        Finding first = found.getFirst();
        assertThat(first.severity()).isEqualTo(severity);
        if (first.fix() != null) {
            mend(rule, found);
        }
        return first;
    }

    /** Fails, offers that fix, and is content when it was applied. */
    Finding mends(String rule, Severity severity, String label) {
        Finding finding = fails(rule, severity);
        assertThat(finding.fix()).as("fix of " + rule).isNotNull();
        assertThat(Objects.requireNonNull(finding.fix()).label()).isEqualTo(label);
        return finding;
    }

    private void mend(String rule, List<Finding> found) {
        Fix fix = Objects.requireNonNull(found.getFirst().fix());
        List<Finding> left = of(rule, judge(Edited.by(design.document(), fix.command())));
        assertThat(left).as("left after '%s'", fix.label()).hasSizeLessThan(found.size());
    }

    private static List<Finding> of(String rule, List<Finding> findings) {
        return findings.stream().filter(f -> f.rule().equals(rule)).toList();
    }

    static Content caption(String words) {
        return text(words, "plex-sans", 3_000, "#000000");
    }

    static Content light(String words) {
        return text(words, "plex-sans", 3_000, "#ffffff");
    }

    static Content sized(int size) {
        return text("Small print", "plex-sans", size, "#000000");
    }

    static Content name(String font, int size) {
        return field(FieldKey.CARDHOLDER_NAME, "ADA LEE", font, size);
    }
}
