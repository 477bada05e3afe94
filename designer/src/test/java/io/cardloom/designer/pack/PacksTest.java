package io.cardloom.designer.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.feature.Features;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class PacksTest {

    private static final PackId LINES = new PackId("lines-and-marks");

    @Autowired ApplicationContext context;
    @Autowired Packs packs;
    @Autowired Features features;
    @Autowired Designs designs;
    @Autowired AuditTrail trail;
    @Autowired Clock clock;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @BeforeEach
    void found() {
        brand = CoBrand.found(context);
    }

    private static DrawingFile svg(String name) {
        return new DrawingFile(
                name,
                "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0H9V5Z'/></svg>"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Pack own() {
        return packs.addDrawings(
                brand.administrator(), "House marks", List.of(svg("One.svg"), svg("Two.svg")));
    }

    private List<String> offered(Actor actor) {
        return packs.offered(actor, brand.program()).stream().map(Pack::name).toList();
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageEndingWith(".");
    }

    @Test
    void offersWhatIsShippedToEveryProductUntilItIsSwitchedOff() {
        assertThat(offered(brand.marketer()))
                .containsExactly("Lines and marks", "Celebrations", "Looks");
        packs.switchOn(brand.administrator(), LINES, Set.of());
        assertThat(offered(brand.marketer())).containsExactly("Celebrations", "Looks");
        assertThat(packs.on(brand.administrator(), LINES)).isEmpty();
        refused("NOT_FOUND", () -> packs.offered(brand.marketer(), brand.program(), LINES));
        packs.switchOn(brand.administrator(), LINES, Set.of(brand.program()));
        assertThat(packs.offered(brand.marketer(), brand.program(), LINES).content().size())
                .isEqualTo(18);
        assertThat(told()).containsExactly("pack.switched", "pack.switched");
        packs.switchOn(brand.administrator(), LINES, Set.of(brand.program()));
        assertThat(told()).hasSize(2);
    }

    private List<String> told() {
        List<String> told =
                new ArrayList<>(
                        trail
                                .page(
                                        brand.ofTheIssuer("Aud", Role.AUDITOR),
                                        AuditFilter.all(),
                                        0,
                                        100)
                                .stream()
                                .map(record -> record.action())
                                .filter(action -> action.startsWith("pack."))
                                .toList());
        Collections.sort(told);
        return told;
    }

    @Test
    void hidesAndRefusesWithTheFeatureThatItNeeds() {
        DesignId design =
                designs.create(brand.marketer(), brand.program(), brand.body().id(), "Club");
        Doodle doodle =
                ((PackContent.Doodles)
                                packs.offered(brand.marketer(), brand.program(), LINES).content())
                        .drawings()
                        .getFirst();
        place(design, doodle);
        EnumSet<Feature> on = EnumSet.complementOf(EnumSet.of(Feature.DOODLES));
        features.set(brand.administrator(), brand.program(), on);
        assertThat(offered(brand.marketer())).containsExactly("Looks");
        refused("NOT_FOUND", () -> packs.offered(brand.marketer(), brand.program(), LINES));
        refused("FEATURE_OFF", () -> place(design, doodle));
        features.set(
                brand.administrator(),
                brand.program(),
                EnumSet.complementOf(EnumSet.of(Feature.FILTERS)));
        assertThat(offered(brand.marketer())).containsExactly("Lines and marks", "Celebrations");
    }

    private void place(DesignId design, Doodle doodle) {
        List<EditCommand.One> layers =
                doodle.paths().stream()
                        .<EditCommand.One>map(
                                path ->
                                        new EditCommand.AddLayer(
                                                LayerId.next(clock),
                                                Layer.of(
                                                        Face.FRONT,
                                                        "a",
                                                        doodle.label(),
                                                        new Box(
                                                                0,
                                                                0,
                                                                doodle.viewWidth(),
                                                                doodle.viewHeight(),
                                                                0),
                                                        path)))
                        .toList();
        designs.apply(brand.marketer(), design, 0, new EditCommand.All(layers), EditOrigin.once());
    }

    @Test
    void everyShippedDrawingCanBePutOnACard() {
        DesignId design =
                designs.create(brand.marketer(), brand.program(), brand.body().id(), "Club");
        int paths = 0;
        for (Pack pack : packs.offered(brand.marketer(), brand.program())) {
            if (pack.content() instanceof PackContent.Doodles(var drawings)) {
                for (Doodle doodle : drawings) {
                    place(design, doodle);
                    paths += doodle.paths().size();
                }
            }
        }
        assertThat(designs.open(brand.marketer(), design).document().layers()).hasSize(paths);
    }

    @Test
    void anIssuersOwnPackIsOffUntilItIsSwitchedOnAndGoesWithItsSwitches() {
        Pack own = own();
        assertThat(offered(brand.designer())).doesNotContain("House marks");
        refused("NOT_FOUND", () -> packs.offered(brand.designer(), brand.program(), own.id()));
        packs.switchOn(brand.administrator(), own.id(), Set.of(brand.program()));
        assertThat(packs.offered(brand.marketer(), brand.program(), own.id())).isEqualTo(own);
        assertThat(packs.on(brand.administrator(), own.id())).containsExactly(brand.program());
        packs.remove(brand.administrator(), own.id());
        assertThat(offered(brand.designer())).doesNotContain("House marks");
        refused("NOT_FOUND", () -> packs.remove(brand.administrator(), own.id()));
        assertThat(told()).containsExactly("pack.added", "pack.removed", "pack.switched");
    }

    @Test
    void takesAPackThatWasTakenOut() {
        Pack looks = packs.all(brand.administrator()).getLast();
        byte[] file = looks.json().getBytes(StandardCharsets.UTF_8);
        Pack again = packs.add(brand.administrator(), "", file);
        assertThat(again.name()).isEqualTo("Looks");
        assertThat(again.content()).isEqualTo(looks.content());
        assertThat(packs.add(brand.administrator(), "Ours", file).name()).isEqualTo("Ours");
    }

    @Test
    void refusesWhatIsNoPack() {
        Actor admin = brand.administrator();
        refused("PACK_NOT_JSON", () -> packs.add(admin, "Ours", new byte[] {'{'}));
        refused("PACK_FILES", () -> packs.addDrawings(admin, "Ours", List.of()));
        refused(
                "PACK_FILES",
                () -> packs.addDrawings(admin, "Ours", Collections.nCopies(101, svg("a"))));
        refused("PACK_NAME", () -> packs.addDrawings(admin, " ", List.of(svg("a"))));
        refused("PACK_SHIPPED", () -> packs.remove(admin, LINES));
        refused("NOT_FOUND", () -> packs.on(admin, new PackId("of-nobody")));
    }

    @Test
    void refusesMorePacksThanAnIssuerMayHave() {
        for (int i = 0; i < Packs.MOST; i++) {
            own();
        }
        refused("PACKS_TOO_MANY", this::own);
    }

    @Test
    void refusesThoseWhoDoNotAdministerAndOtherIssuers() {
        Pack own = own();
        for (Actor actor : List.of(brand.designer(), brand.marketer())) {
            refused("PERMISSION_MISSING", () -> packs.all(actor));
            refused("PERMISSION_MISSING", () -> packs.on(actor, own.id()));
            refused("PERMISSION_MISSING", () -> packs.switchOn(actor, own.id(), Set.of()));
            refused("PERMISSION_MISSING", () -> packs.add(actor, "", new byte[0]));
            refused("PERMISSION_MISSING", () -> packs.addDrawings(actor, "a", List.of()));
            refused("PERMISSION_MISSING", () -> packs.remove(actor, own.id()));
        }
        refused("NOT_FOUND", () -> packs.offered(brand.stranger(), brand.program()));
        CoBrand other = CoBrand.found(context);
        assertThat(packs.all(other.administrator())).extracting(Pack::id).doesNotContain(own.id());
        refused("NOT_FOUND", () -> packs.on(other.administrator(), own.id()));
        refused("NOT_FOUND", () -> packs.remove(other.administrator(), own.id()));
        refused(
                "NOT_FOUND",
                () -> packs.switchOn(other.administrator(), LINES, Set.of(brand.program())));
        packs.switchOn(brand.administrator(), own.id(), Set.of(brand.program()));
        refused("NOT_FOUND", () -> packs.offered(other.designer(), brand.program(), own.id()));
        refused("NOT_FOUND", () -> packs.offered(other.designer(), other.program(), own.id()));
    }
}
