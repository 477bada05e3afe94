package io.cardloom.designer.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.asset.Forge;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.Crop;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.PathContent;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.design.SketchContent;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.template.Templates;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class FeaturesTest {

    private static final Box BOX = new Box(25_000, 5_000, 20_000, 5_000, 0);
    private static final Content TEXT =
            new TextContent("Words", "plex-sans", 400, 3_000, "#000000", Align.LEFT);

    @Autowired ApplicationContext context;
    @Autowired Features features;
    @Autowired Designs designs;
    @Autowired Templates templates;
    @Autowired Assets assets;
    @Autowired AuditTrail trail;
    @Autowired Clock clock;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void startADesign() {
        brand = CoBrand.found(context);
        design = designs.create(brand.marketer(), brand.program(), brand.body().id(), "Club");
    }

    @Test
    void hasEverythingUntilSomebodySwitches() {
        assertThat(features.on(brand.marketer(), brand.program()))
                .containsExactly(Feature.values());
        assertThat(trail.count(auditor(), audited())).isZero();
        add(brand.marketer(), TEXT);
    }

    @Test
    void refusesWhatIsOffToEverybodyOfTheProduct() {
        AssetDigest photo = upload(brand.administrator(), 31);
        Map<Feature, Content> uses =
                Map.of(
                        Feature.TEXT, TEXT,
                        Feature.DOODLES,
                                new PathContent("M 0 0 L 9 9", 10, 10, Coloring.solid("#000000")),
                        Feature.CODES,
                                new CodeContent(
                                        CodeContent.Symbology.QR,
                                        "A",
                                        "#000000",
                                        "#ffffff",
                                        CodeContent.Level.M),
                        Feature.SKETCH, new SketchContent(photo, Crop.NONE, 128, false, "#000000"));
        for (var use : uses.entrySet()) {
            off(use.getKey());
            refused(use.getKey().title(), () -> add(brand.marketer(), use.getValue()));
            refused(use.getKey().title(), () -> add(brand.designer(), use.getValue()));
            add(brand.marketer(), new ShapeContent(ShapeContent.Kind.ELLIPSE, "#123456"));
            off();
            add(brand.marketer(), use.getValue());
        }
    }

    @Test
    void leavesFieldsAndWhatIsThereAlready() {
        LayerId text = add(brand.marketer(), TEXT);
        off(Feature.TEXT);
        add(
                brand.marketer(),
                new FieldContent(
                        FieldKey.PAN, "", "0000", "plex-mono", 400, 3_000, "#000000", Align.LEFT));
        set(text, Map.of("x", 30_000, "color", "#ffffff"));
        refused("Texts", () -> set(text, Map.of("text", "Other words")));
        designs.apply(
                brand.marketer(), design, 0, new EditCommand.RemoveLayer(text), EditOrigin.once());
        designs.undo(brand.marketer(), design, EditOrigin.once());
        assertThat(designs.open(brand.marketer(), design).document().layers()).containsKey(text);
    }

    @Test
    void refusesANewFilterAndKeepsAnOldOne() {
        LayerId picture = add(brand.marketer(), new ImageContent(upload(brand.marketer(), 32)));
        set(picture, Map.of("contrast", 20));
        off(Feature.FILTERS);
        set(picture, Map.of("x", 20_000));
        refused("Filters", () -> set(picture, Map.of("contrast", 30)));
        set(picture, Map.of("contrast", 0));
    }

    @Test
    void takesPicturesOfTheIssuerAloneWhenUploadsAreOff() {
        AssetDigest own = upload(brand.marketer(), 33);
        AssetDigest issuers = upload(brand.designer(), 34);
        off(Feature.UPLOAD);
        refused("Uploads", () -> add(brand.marketer(), new ImageContent(own)));
        add(brand.marketer(), new ImageContent(issuers));
        refused("Uploads", () -> features.require(brand.tenant(), brand.program(), Feature.UPLOAD));
    }

    @Test
    void startsNoDesignFromATemplateWhenTemplatesAreOff() {
        DesignId master =
                designs.create(brand.designer(), brand.program(), brand.body().id(), "Master");
        designs.apply(
                brand.designer(),
                master,
                0,
                new EditCommand.AddLayer(
                        LayerId.next(clock), Layer.of(Face.FRONT, "a", "Words", BOX, TEXT)),
                EditOrigin.once());
        var template = templates.publish(brand.designer(), master).template();
        off(Feature.TEMPLATES, Feature.TEXT);
        refused(
                "Templates",
                () -> templates.start(brand.marketer(), brand.program(), template, "Mine"));
        off(Feature.TEXT);
        DesignId mine = templates.start(brand.marketer(), brand.program(), template, "Mine");
        assertThat(designs.open(brand.marketer(), mine).document().layers()).hasSize(1);
    }

    @Test
    void isSwitchedByTheIssuersAdministratorAlone() {
        Set<Feature> none = Set.of();
        for (Actor actor :
                Set.of(
                        brand.designer(),
                        brand.marketer(),
                        brand.issuerApprover(),
                        brand.partnerApprover(),
                        brand.stranger(),
                        auditor())) {
            assertThatThrownBy(() -> features.set(actor, brand.program(), none))
                    .isInstanceOf(Refusal.class)
                    .hasFieldOrPropertyWithValue("code", "PERMISSION_MISSING");
        }
        CoBrand other = CoBrand.found(context);
        notFound(() -> features.set(other.administrator(), brand.program(), none));
        notFound(() -> features.on(other.designer(), brand.program()));
        notFound(() -> features.on(brand.stranger(), brand.program()));
        assertThat(features.on(brand.tenant(), brand.program())).hasSize(Feature.values().length);
    }

    @Test
    void tellsTheTrailOfEachSwitchAndOfNothingElse() {
        off(Feature.TEXT, Feature.SKETCH);
        off(Feature.TEXT, Feature.SKETCH);
        assertThat(trail.page(auditor(), audited(), 0, 10))
                .singleElement()
                .satisfies(
                        record -> {
                            assertThat(record.subject()).isEqualTo(brand.program().value());
                            assertThat(record.details()).containsEntry("off", "TEXT SKETCH");
                        });
        off();
        assertThat(trail.count(auditor(), audited())).isEqualTo(2);
    }

    private static AuditFilter audited() {
        return new AuditFilter(null, "program.switched", null, null, null, null);
    }

    private Actor auditor() {
        return brand.ofTheIssuer("Otto Audit", Role.AUDITOR);
    }

    private void off(Feature... off) {
        EnumSet<Feature> on = EnumSet.allOf(Feature.class);
        on.removeAll(Set.of(off));
        features.set(brand.administrator(), brand.program(), on);
    }

    private LayerId add(Actor actor, Content content) {
        LayerId id = LayerId.next(clock);
        Layer layer = Layer.of(Face.FRONT, "a", "", BOX, content);
        designs.apply(actor, design, 0, new EditCommand.AddLayer(id, layer), EditOrigin.once());
        return id;
    }

    private void set(LayerId id, Map<String, Object> changes) {
        designs.apply(
                brand.marketer(),
                design,
                0,
                new EditCommand.SetProperties(id, changes),
                EditOrigin.once());
    }

    private AssetDigest upload(Actor actor, int size) {
        Actor uploading = actor.equals(brand.administrator()) ? brand.designer() : actor;
        return assets.upload(uploading, "a.png", new ByteArrayInputStream(Forge.png(size, 20)))
                .digest();
    }

    private static void refused(String title, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "FEATURE_OFF")
                .hasMessageContaining(title)
                .hasMessageEndingWith(".");
    }

    private static void notFound(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
    }
}
