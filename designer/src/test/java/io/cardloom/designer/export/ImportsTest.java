package io.cardloom.designer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.asset.Asset;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.asset.Forge;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.feature.Features;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class ImportsTest {

    @Autowired ApplicationContext context;
    @Autowired Designs designs;
    @Autowired Exports exports;
    @Autowired Imports imports;
    @Autowired Features features;
    @Autowired Assets assets;
    @Autowired AuditTrail trail;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void drawADesignWithALogo() {
        brand = CoBrand.found(context);
        Asset logo =
                assets.upload(
                        brand.designer(), "logo.png", new ByteArrayInputStream(Forge.png(60, 40)));
        design =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Club", logo);
    }

    private byte[] file() {
        return exports.export(brand.designer(), design, Face.FRONT, ExportKind.OPEN_RASTER)
                .content();
    }

    private DesignId open(CoBrand where, Actor actor, byte[] file) {
        return imports.open(
                actor,
                where.program(),
                where.body().id(),
                "Club again",
                imports.read(actor, new ByteArrayInputStream(file)));
    }

    private static void refused(String code, String says, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageContaining(says);
    }

    private String json(Actor actor, DesignId which) {
        return DesignJson.write(designs.open(actor, which).document());
    }

    @Test
    void makesADesignOfTheSameDigestOfAFileThatWasTakenOut() {
        byte[] file = file();
        DesignId again = open(brand, brand.marketer(), file);
        assertThat(again).isNotEqualTo(design);
        assertThat(Digests.sha256(json(brand.marketer(), again)))
                .isEqualTo(Digests.sha256(json(brand.designer(), design)));
        assertThat(
                        exports.export(brand.designer(), again, Face.FRONT, ExportKind.OPEN_RASTER)
                                .content())
                .isEqualTo(file);
        Actor auditor = brand.ofTheIssuer("Aud", Role.AUDITOR);
        Map<String, String> exported = told(auditor, "design.exported").getLast().details();
        AuditRecord imported = told(auditor, "design.imported").getFirst();
        assertThat(imported.subject()).isEqualTo(again.value());
        assertThat(imported.details())
                .containsEntry("file", exported.get("file"))
                .containsEntry("document", Digests.sha256(json(brand.designer(), design)))
                .containsEntry("layers", "8");
    }

    private List<AuditRecord> told(Actor auditor, String action) {
        return trail.page(auditor, AuditFilter.all(), 0, 100).stream()
                .filter(record -> record.action().equals(action))
                .toList();
    }

    @Test
    void isOneEditThatItsPersonCanTakeBack() {
        DesignId again = open(brand, brand.marketer(), file());
        designs.undo(brand.marketer(), again, EditOrigin.once());
        assertThat(designs.open(brand.marketer(), again).document().layers()).isEmpty();
    }

    @Test
    void refusesPicturesThatAreNotHereAndLeavesNothingBehind() {
        byte[] file = file();
        CoBrand other = CoBrand.found(context);
        refused(
                "OPEN_RASTER_MISSING",
                "pictures of \u2018Logo\u2019",
                () -> open(other, other.designer(), file));
        assertThat(designs.count(other.designer(), "")).isZero();
        assets.upload(
                other.designer(), "the same.png", new ByteArrayInputStream(Forge.png(60, 40)));
        DesignId there = open(other, other.designer(), file);
        assertThat(designs.open(other.designer(), there).document().cardBody())
                .isEqualTo(other.body().id());
    }

    @Test
    void refusesFontsThatAreNotHere() {
        DesignDocument document =
                DesignJson.read(
                        json(brand.designer(), design).replace("plex-mono", "house-grotesk"));
        refused(
                "OPEN_RASTER_MISSING",
                "the fonts house-grotesk 400",
                () ->
                        imports.open(
                                brand.designer(),
                                brand.program(),
                                brand.body().id(),
                                "Club",
                                new OpenedFile(document, "0".repeat(64), 1)));
    }

    @Test
    void refusesThoseWhoMayNotDrawHere() {
        byte[] file = file();
        OpenedFile read = imports.read(brand.designer(), new ByteArrayInputStream(file));
        Actor custodian = brand.ofTheIssuer("Otto", Role.KEY_CUSTODIAN);
        refused("PERMISSION_MISSING", "", () -> open(brand, custodian, file));
        refused(
                "PERMISSION_MISSING",
                "",
                () -> imports.open(custodian, brand.program(), brand.body().id(), "Club", read));
        refused("NOT_FOUND", "program", () -> open(brand, brand.stranger(), file));
        CoBrand other = CoBrand.found(context);
        refused("NOT_FOUND", "program", () -> open(other, brand.designer(), file));
        refused(
                "NOT_FOUND",
                "card body",
                () ->
                        imports.open(
                                brand.designer(),
                                brand.program(),
                                other.body().id(),
                                "Club",
                                read));
        refused(
                "NAME_MISSING",
                "name",
                () ->
                        imports.open(
                                brand.designer(), brand.program(), brand.body().id(), " ", read));
    }

    @Test
    void refusesAPartnerWhatIsTheIssuersAndWhatIsSwitchedOff() {
        LayerId words =
                designs.open(brand.designer(), design)
                        .document()
                        .layers()
                        .keySet()
                        .iterator()
                        .next();
        designs.apply(
                brand.designer(),
                design,
                0,
                new EditCommand.SetProperties(words, Map.of("mandatory", true)),
                EditOrigin.once());
        byte[] file = file();
        refused("LAYER_MANDATORY", "issuer", () -> open(brand, brand.marketer(), file));
        open(brand, brand.designer(), file);
        EnumSet<Feature> on = EnumSet.allOf(Feature.class);
        on.remove(Feature.TEXT);
        features.set(brand.administrator(), brand.program(), on);
        refused("FEATURE_OFF", "Texts", () -> open(brand, brand.designer(), file));
    }
}
