package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.signingkey.KeyEndState;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;

@SpringBootTest
class ChipIssuersTest {

    @Autowired ChipIssuers chipIssuers;
    @Autowired ChipIssuerRepository repository;
    @Autowired ChipProgramRepository programs;
    @Autowired ChipKeystore keystore;
    @Autowired TenantWork work;
    @Autowired AuditTrail audit;
    @Autowired ApplicationEventPublisher events;
    @Autowired Clock clock;
    @Autowired TwoIssuers issuers;

    @Test
    void finishesADestructionAtWhichTheDeviceFailed() {
        IssuerWorld world = issuers.another("Failing Device Bank");
        ChipPublicKey first = keystore.issuerKey(world.tenant(), ChipIssuer.FIRST);
        chipIssuers.ask(world.custodian(), 1);
        assertThatThrownBy(() -> failing().confirm(world.anotherCustodian(), 1))
                .isInstanceOf(KeyDeviceFailure.class);
        IssuerKey ending = chipIssuers.list(world.custodian()).getFirst();
        assertThat(ending.state()).isEqualTo(KeyEndState.ENDING);
        assertThat(ending.key()).as("signs no more").isNull();
        assertThat(keystore.issuerKey(world.tenant(), ChipIssuer.FIRST))
                .as("not done yet")
                .isEqualTo(first);
        assertThatThrownBy(
                        () ->
                                work.run(
                                        world.tenant(),
                                        () -> chipIssuers.use(world.tenant(), ChipIssuer.FIRST)))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.code()).isEqualTo("SIGNING_KEY_SETTLED"));
        chipIssuers.confirm(world.custodian(), 1);
        assertThat(chipIssuers.list(world.custodian()).getFirst().state())
                .isEqualTo(KeyEndState.DESTROYED);
        assertThat(keystore.issuerKey(world.tenant(), ChipIssuer.FIRST))
                .as("another one, were it made")
                .isNotEqualTo(first);
    }

    private ChipIssuers failing() {
        return new ChipIssuers(
                repository, programs, new Failing(keystore), work, audit, events, clock);
    }

    /** A device that is gone when it is told to destroy. */
    private record Failing(ChipKeystore keystore) implements ChipKeystore {

        @Override
        public ChipSecurity session(TenantId tenant) {
            return keystore.session(tenant);
        }

        @Override
        public ChipSecurity session(TenantId tenant, ProgramId program, ChipIssuer issuer) {
            return keystore.session(tenant, program, issuer);
        }

        @Override
        public ChipPublicKey issuerKey(TenantId tenant, ChipIssuer issuer) {
            return keystore.issuerKey(tenant, issuer);
        }

        @Override
        public void destroy(TenantId tenant, int issuer) {
            throw new KeyDeviceFailure("the device does not answer");
        }
    }
}
