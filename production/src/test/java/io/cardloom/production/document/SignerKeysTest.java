package io.cardloom.production.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cardloom.production.fixture.TestSigner;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.signingkey.KeyEndState;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;

@SpringBootTest
class SignerKeysTest {

    @TempDir Path folder;

    @Autowired SignerKeys signers;
    @Autowired SignerKeyRepository keys;
    @Autowired DocumentSignerRepository certificates;
    @Autowired DocumentKeystore keystore;
    @Autowired ProgramDocuments documents;
    @Autowired TenantWork work;
    @Autowired AuditTrail audit;
    @Autowired ApplicationEventPublisher events;
    @Autowired EntityManager entities;
    @Autowired Clock clock;
    @Autowired TwoIssuers issuers;

    @Test
    void finishesADestructionAtWhichTheDeviceFailed() {
        IssuerWorld world = issuers.another("Utopia Failing Office");
        OpensslCountry country = OpensslCountry.in(folder);
        TestSigner.certify(documents, world.custodian(), country);
        TestSigner.certify(documents, world.custodian(), country);
        signers.ask(world.custodian(), 1);
        assertThatThrownBy(() -> failing().confirm(world.anotherCustodian(), 1))
                .isInstanceOf(KeyDeviceFailure.class);
        assertThat(first(world).state()).isEqualTo(KeyEndState.ENDING);
        assertThat(keystore.signerKey(world.tenant(), 1)).as("not done yet").isPresent();
        signers.confirm(world.custodian(), 1);
        assertThat(first(world).state()).isEqualTo(KeyEndState.DESTROYED);
        assertThat(keystore.signerKey(world.tenant(), 1)).isEmpty();
    }

    /** As an installed portal has it: a certificate, and no row of a key. */
    @Test
    void goesOnWithAFirstSignerThatHadNoNumber() {
        IssuerWorld world = issuers.another("Utopia Old Office");
        TestSigner.certify(documents, world.custodian(), OpensslCountry.in(folder));
        work.run(
                world.tenant(),
                () ->
                        entities.createQuery(
                                        "delete from SignerKeyRow k where k.tenantId = :tenant")
                                .setParameter("tenant", world.tenant().value())
                                .executeUpdate());
        assertThat(first(world).signs()).isTrue();
        assertThat(signers.living(world.tenant())).containsExactly(1);
        assertThat(signers.waiting(world.custodian())).isEqualTo(2);
        assertThat(signers.list(world.custodian()))
                .extracting(SignerKey::number, SignerKey::signs)
                .containsExactly(tuple(2, false), tuple(1, true));
    }

    private SignerKey first(IssuerWorld world) {
        return signers.list(world.custodian()).getLast();
    }

    private SignerKeys failing() {
        return new SignerKeys(
                keys, certificates, new Failing(keystore), work, audit, events, clock);
    }

    /** A device that is gone when it is told to destroy. */
    private record Failing(DocumentKeystore keystore) implements DocumentKeystore {

        @Override
        public DocumentSecurity documents(
                TenantId tenant, int signer, @Nullable String transportKey) {
            return keystore.documents(tenant, signer, transportKey);
        }

        @Override
        public DocumentSecurity make(TenantId tenant, int signer) {
            return keystore.make(tenant, signer);
        }

        @Override
        public Optional<byte[]> signerKey(TenantId tenant, int signer) {
            return keystore.signerKey(tenant, signer);
        }

        @Override
        public void destroy(TenantId tenant, int signer) {
            throw new KeyDeviceFailure("the device does not answer");
        }
    }
}
