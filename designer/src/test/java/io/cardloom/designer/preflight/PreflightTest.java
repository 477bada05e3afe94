package io.cardloom.designer.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class PreflightTest {

    @Autowired ApplicationContext context;
    @Autowired Preflight preflight;
    @Autowired Designs designs;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void drawADesign() {
        brand = CoBrand.found(context);
        design =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Club Card");
    }

    @Test
    void passesTheSampleDesignAndKeepsTheReport() {
        Digest digest = designs.freeze(brand.designer(), design).digest();
        assertThat(preflight.find(brand.tenant(), digest)).isEmpty();
        PreflightReport report = preflight.judge(brand.designer(), digest);
        assertThat(report.findings()).filteredOn(f -> f.severity() == Severity.ERROR).isEmpty();
        assertThat(report.passes()).isTrue();
        assertThat(report.rules()).hasSize(64);
        assertThat(preflight.find(brand.tenant(), digest)).contains(report);
        assertThat(preflight.judge(brand.marketer(), digest)).isEqualTo(report);
    }

    @Test
    void inspectsADesignAsItStandsWithoutKeepingAnything() {
        var text =
                designs.open(brand.designer(), design).document().layers().entrySet().stream()
                        .filter(e -> e.getValue().name().equals("Program name"))
                        .findFirst()
                        .orElseThrow();
        Layer layer = text.getValue();
        assertThat(preflight.inspect(brand.designer(), design).passes()).isTrue();
        designs.apply(
                brand.designer(),
                design,
                0,
                new EditCommand.SetProperties(text.getKey(), Map.of("x", 500)),
                EditOrigin.once());
        PreflightReport report = preflight.inspect(brand.marketer(), design);
        assertThat(report.digest()).isNull();
        assertThat(report.findings())
                .anySatisfy(
                        f -> {
                            assertThat(f.rule()).isEqualTo("CL-03");
                            assertThat(f.severity()).isEqualTo(Severity.ERROR);
                            assertThat(f.layer()).isEqualTo(text.getKey());
                            assertThat(f.message()).contains(layer.name());
                        });
    }

    @Test
    void offersAFixThatTheDoorOfEditsTakesAndThatIsKeptWithTheReport() {
        var text =
                designs.open(brand.designer(), design).document().layers().entrySet().stream()
                        .filter(e -> e.getValue().name().equals("Program name"))
                        .findFirst()
                        .orElseThrow();
        var beside = new EditCommand.SetProperties(text.getKey(), Map.of("x", 500));
        designs.apply(brand.designer(), design, 0, beside, EditOrigin.once());
        Digest digest = designs.freeze(brand.designer(), design).digest();
        PreflightReport report = preflight.judge(brand.designer(), digest);
        assertThat(preflight.find(brand.tenant(), digest)).contains(report);
        Fix fix =
                report.findings().stream()
                        .filter(f -> f.rule().equals("CL-03"))
                        .map(f -> Objects.requireNonNull(f.fix()))
                        .findFirst()
                        .orElseThrow();
        refused(
                "PERMISSION_MISSING",
                () ->
                        designs.apply(
                                brand.issuerApprover(),
                                design,
                                0,
                                fix.command(),
                                EditOrigin.once()));
        designs.apply(brand.designer(), design, 0, fix.command(), EditOrigin.once());
        assertThat(preflight.inspect(brand.designer(), design).findings())
                .noneMatch(f -> f.rule().equals("CL-03"));
        designs.undo(brand.designer(), design, EditOrigin.once());
        assertThat(preflight.inspect(brand.designer(), design).findings())
                .anyMatch(f -> f.rule().equals("CL-03"));
    }

    @Test
    void hidesADigestFromAnotherPartnerAndFromAnotherIssuer() {
        Digest digest = designs.freeze(brand.designer(), design).digest();
        preflight.judge(brand.designer(), digest);
        CoBrand other = CoBrand.found(context);
        refused("NOT_FOUND", () -> preflight.judge(brand.stranger(), digest));
        refused("NOT_FOUND", () -> preflight.judge(other.designer(), digest));
        refused("NOT_FOUND", () -> preflight.inspect(other.designer(), design));
        assertThat(preflight.find(other.tenant(), digest)).isEmpty();
    }

    @Test
    void refusesSomebodyWhoMayNotSeeDesigns() {
        Digest digest = designs.freeze(brand.designer(), design).digest();
        var custodian = brand.ofTheIssuer("Kim Keys", Role.KEY_CUSTODIAN);
        refused("PERMISSION_MISSING", () -> preflight.judge(custodian, digest));
        refused("PERMISSION_MISSING", () -> preflight.inspect(custodian, design));
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", code);
    }
}
