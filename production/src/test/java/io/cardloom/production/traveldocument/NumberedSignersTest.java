package io.cardloom.production.traveldocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.document.DocumentKeystore;
import io.cardloom.production.document.OpensslCountry;
import io.cardloom.production.document.SignerKeys;
import io.cardloom.production.expiry.Expiry;
import io.cardloom.production.expiry.ExpiryAlarms;
import io.cardloom.production.fixture.TestSigner;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class NumberedSignersTest {

    @TempDir Path folder;

    @Autowired ProgramDocuments documents;
    @Autowired NumberedSigners signers;
    @Autowired SignerKeys keys;
    @Autowired DocumentKeystore keystore;
    @Autowired ExpiryAlarms expiries;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @Test
    void letsTheNextSignerWaitWhileThePresentOneSigns() {
        IssuerWorld world = issuers.another("Utopia Succession Office");
        OpensslCountry country = OpensslCountry.in(folder);
        assertThat(signers.list(world.custodian())).isEmpty();
        request(world.custodian());
        assertThat(standings(world)).containsExactly("1 WAITS");
        TestSigner.certify(documents, world.custodian(), country);
        assertThat(standings(world)).containsExactly("1 SIGNS");
        InstalledSigner first = documents.signer(world.custodian()).orElseThrow();
        String request = request(world.custodian());
        assertThat(standings(world)).containsExactly("2 WAITS", "1 SIGNS");
        assertThat(documents.signer(world.custodian())).contains(first);
        assertThat(alarms(world)).containsExactly("Certificate of document signer 1");
        assertThat(key(request(world.anotherCustodian())))
                .as("the one that waits")
                .isEqualTo(key(request));
        TestSigner.certify(documents, world.custodian(), country);
        assertThat(standings(world)).containsExactly("2 SIGNS", "1 OVER");
        assertThat(documents.signer(world.custodian()).orElseThrow().serial())
                .isNotEqualTo(first.serial());
        assertThat(alarms(world)).containsExactly("Certificate of document signer 2");
    }

    @Test
    void destroysAKeyThatIsOverWhenAnotherCustodianConfirms() {
        IssuerWorld world = issuers.another("Utopia Shredding Office");
        OpensslCountry country = OpensslCountry.in(folder);
        TestSigner.certify(documents, world.custodian(), country);
        refused("SIGNER_IN_USE", () -> signers.askToDestroy(world.custodian(), 1));
        TestSigner.certify(documents, world.custodian(), country);
        refused("SIGNING_KEY_SETTLED", () -> signers.destroy(world.anotherCustodian(), 1));
        signers.askToDestroy(world.custodian(), 1);
        assertThat(signers.list(world.custodian()).getLast().askedBy())
                .isEqualTo(world.custodian().requirePerson());
        refused("SIGNING_KEY_SETTLED", () -> signers.askToDestroy(world.anotherCustodian(), 1));
        refused("SIGNING_KEY_SAME_PERSON", () -> signers.destroy(world.custodian(), 1));
        signers.keep(world.custodian(), 1);
        refused("SIGNING_KEY_SETTLED", () -> signers.keep(world.custodian(), 1));
        assertThat(standings(world)).containsExactly("2 SIGNS", "1 OVER");
        assertThat(keystore.signerKey(world.tenant(), 1)).isPresent();
        signers.askToDestroy(world.custodian(), 1);
        signers.destroy(world.anotherCustodian(), 1);
        assertThat(standings(world)).containsExactly("2 SIGNS", "1 DESTROYED");
        assertThat(signers.list(world.custodian()).getLast().endedAt()).isNotNull();
        refused("SIGNER_KEY_MISSING", () -> keystore.documents(world.tenant(), 1, null));
        refused("SIGNING_KEY_SETTLED", () -> signers.destroy(world.anotherCustodian(), 1));
        refused("SIGNER_IN_USE", () -> signers.askToDestroy(world.custodian(), 2));
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .extracting(r -> r.action())
                .containsSubsequence(
                        "signer.destroyed",
                        "signer.destructionConfirmed",
                        "signer.destructionAsked",
                        "signer.destructionAbandoned",
                        "signer.destructionAsked",
                        "signer.installed",
                        "signer.numbered",
                        "signer.installed");
    }

    @Test
    void neverGoesBackToASignerWhoseTurnIsOver() {
        IssuerWorld world = issuers.another("Utopia Forward Office");
        OpensslCountry country = OpensslCountry.in(folder);
        byte[] request = TestSigner.request(documents, world.custodian());
        byte[] early = country.certify(request, "digitalSignature");
        byte[] late = country.certify(request, "digitalSignature");
        install(world, country, early);
        TestSigner.certify(documents, world.custodian(), country);
        refused("SIGNER_OVER", () -> install(world, country, late));
        signers.askToDestroy(world.custodian(), 1);
        signers.destroy(world.anotherCustodian(), 1);
        refused("SIGNER_CERTIFICATE", () -> install(world, country, late));
        assertThat(standings(world)).containsExactly("2 SIGNS", "1 DESTROYED");
    }

    @Test
    void bringsAKeyBackIntoUseWhoseDestructionIsOnlyAskedFor() {
        IssuerWorld world = issuers.another("Utopia Second Thought Office");
        OpensslCountry country = OpensslCountry.in(folder);
        byte[] certificate =
                country.certify(
                        TestSigner.request(documents, world.custodian()), "digitalSignature");
        signers.askToDestroy(world.custodian(), 1);
        install(world, country, certificate);
        refused("SIGNING_KEY_SETTLED", () -> signers.destroy(world.anotherCustodian(), 1));
        assertThat(standings(world)).containsExactly("1 SIGNS");
    }

    @Test
    void saysThatNobodySignsWhenTheCertificateIsOver() {
        IssuerWorld world = issuers.another("Utopia Late Office");
        TestSigner.certify(documents, world.custodian(), OpensslCountry.in(folder));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(91));
        assertThat(new NumberedSigners(keys, later).list(world.custodian()))
                .singleElement()
                .satisfies(
                        s -> assertThat(s.standing()).isEqualTo(SignerStanding.CERTIFICATE_OVER));
    }

    @Test
    void givesCustodiansWhoAskInTheSameMomentOneKey() throws Exception {
        for (int round = 0; round < 3; round++) {
            IssuerWorld world = issuers.another("Utopia Racing Office " + round);
            Callable<String> one = () -> request(world.custodian());
            Callable<String> other = () -> request(world.anotherCustodian());
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<String>> requests = both.invokeAll(List.of(one, other));
                assertThat(key(requests.getFirst().get())).isEqualTo(key(requests.getLast().get()));
            }
            assertThat(standings(world)).containsExactly("1 WAITS");
        }
    }

    @Test
    void asksNobodyWhoKeepsNoKeysAndNothingOfOtherIssuers() {
        IssuerWorld world = issuers.another("Utopia Closed Office");
        request(world.custodian());
        refused("PERMISSION_MISSING", () -> signers.list(world.operator()));
        refused("PERMISSION_MISSING", () -> signers.askToDestroy(world.operator(), 1));
        refused("PERMISSION_MISSING", () -> signers.destroy(world.operator(), 1));
        refused("PERMISSION_MISSING", () -> signers.keep(world.operator(), 1));
        IssuerWorld empty = issuers.another("Utopia Empty Office");
        refused("NOT_FOUND", () -> signers.askToDestroy(empty.custodian(), 1));
        refused("NOT_FOUND", () -> signers.destroy(empty.custodian(), 1));
        refused("NOT_FOUND", () -> signers.askToDestroy(world.custodian(), 2));
    }

    private void install(IssuerWorld world, OpensslCountry country, byte[] certificate) {
        documents.install(
                world.custodian(),
                new String(certificate, StandardCharsets.US_ASCII),
                new String(country.certificate(), StandardCharsets.US_ASCII));
    }

    private String request(Actor custodian) {
        return documents.request(custodian, "UT", "Document Signer");
    }

    /** PSS is random, so two requests of one key are not alike. */
    private static String key(String pem) {
        return TestSigner.publicKey(pem);
    }

    private List<String> standings(IssuerWorld world) {
        return signers.list(world.custodian()).stream()
                .map(s -> s.number() + " " + s.standing())
                .toList();
    }

    private List<String> alarms(IssuerWorld world) {
        return expiries.list(world.custodian()).stream()
                .map(Expiry::thing)
                .map(thing -> Objects.requireNonNull(thing.what()))
                .filter(what -> what.contains("document signer"))
                .toList();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
