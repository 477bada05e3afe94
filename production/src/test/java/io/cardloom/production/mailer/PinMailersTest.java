package io.cardloom.production.mailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class PinMailersTest {

    @Autowired PinMailers mailers;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @Test
    void areOffUntilAnAdministratorSwitchesThemOnForAProgram() {
        IssuerWorld world = issuers.another("Switching Bank");
        assertThat(mailers.get(world.operator(), world.program())).isEmpty();
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_4);
        assertThat(mailers.get(world.operator(), world.program())).contains(MailerBlock.ISO_4);
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_0);
        assertThat(mailers.get(world.administrator(), world.program())).contains(MailerBlock.ISO_0);
        assertThat(mailers.find(world.tenant(), world.otherProgram())).isEmpty();
        mailers.switchOff(world.administrator(), world.program());
        mailers.switchOff(world.administrator(), world.otherProgram());
        assertThat(mailers.find(world.tenant(), world.program())).isEmpty();
        assertThat(mailers.find(world.tenant(), world.otherProgram())).isEmpty();
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .filteredOn(r -> r.action().equals("mailers.configured"))
                .hasSize(4)
                .anySatisfy(r -> assertThat(r.toString()).contains("ISO-4"))
                .anySatisfy(r -> assertThat(r.toString()).contains("off"));
    }

    @Test
    void refusesWhoMayNotAndWhatIsNotHers() {
        IssuerWorld a = issuers.a();
        refused(
                "PERMISSION_MISSING",
                () -> mailers.switchOn(a.operator(), a.program(), MailerBlock.ISO_0));
        refused("PERMISSION_MISSING", () -> mailers.switchOff(a.custodian(), a.program()));
        refused("PERMISSION_MISSING", () -> mailers.get(a.designer(), a.program()));
        refused("NOT_FOUND", () -> mailers.get(a.operator(), issuers.b().program()));
        refused(
                "NOT_FOUND",
                () ->
                        mailers.switchOn(
                                a.administrator(), issuers.b().program(), MailerBlock.ISO_0));
        refused("NOT_FOUND", () -> mailers.switchOff(a.administrator(), issuers.b().program()));
        assertThat(mailers.find(a.tenant(), issuers.b().program())).isEmpty();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
