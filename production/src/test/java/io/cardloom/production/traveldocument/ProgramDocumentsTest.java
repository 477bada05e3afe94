package io.cardloom.production.traveldocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.DocumentPrograms;
import io.cardloom.production.document.OpensslCountry;
import io.cardloom.production.expiry.Expiry;
import io.cardloom.production.expiry.ExpiryAlarms;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ProgramDocumentsTest {

    private static final DocumentSetting CARD =
            new DocumentSetting(
                    "TD1",
                    "V1_8",
                    "SHA_256",
                    true,
                    "GENERIC",
                    "AES_128",
                    "BRAINPOOL_P256R1",
                    "EC_P256",
                    true,
                    "");

    @TempDir static Path folder;

    @Autowired ProgramDocuments documents;
    @Autowired DocumentPrograms programs;
    @Autowired ExpiryAlarms expiries;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @Test
    void keepsWhatEachProgramsDocumentsAreAndEveryVersionOfIt() {
        IssuerWorld world = issuers.another("Utopia Card Office");
        assertThat(documents.find(world.custodian(), world.program())).isEmpty();
        documents.setUp(world.custodian(), world.program(), CARD);
        assertThat(documents.find(world.custodian(), world.program())).contains(CARD);
        assertThat(documents.find(world.approver(), world.program()))
                .as("who places orders has to know what lists are")
                .contains(CARD);
        assertThat(documents.find(world.custodian(), world.otherProgram())).isEmpty();
        DocumentProgram first = programs.inForce(world.tenant(), world.program()).orElseThrow();
        DocumentSetting booklet =
                new DocumentSetting("TD3", "V1_7", "SHA_512", true, "", "", "", "", true, "");
        documents.setUp(world.custodian(), world.program(), booklet);
        assertThat(documents.find(world.custodian(), world.program()).orElseThrow().drawnNumbers())
                .as("nothing to draw without PACE")
                .isFalse();
        documents.end(world.custodian(), world.program());
        documents.end(world.custodian(), world.program());
        assertThat(documents.find(world.custodian(), world.program())).isEmpty();
        assertThat(programs.get(world.tenant(), first.id())).isEqualTo(first);
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .extracting(r -> r.action())
                .containsSubsequence(
                        "documents.ended", "documents.configured", "documents.configured")
                .containsOnlyOnce("documents.ended");
    }

    @Test
    void offersWhatItTakes() {
        IssuerWorld world = issuers.a();
        for (DocumentChoice format : DocumentChoices.formats()) {
            for (DocumentChoice mapping : DocumentChoices.mappings()) {
                DocumentSetting setting =
                        new DocumentSetting(
                                format.code(),
                                last(DocumentChoices.versions()),
                                last(DocumentChoices.hashes()),
                                true,
                                mapping.code(),
                                mapping.code().isEmpty() ? "" : last(DocumentChoices.ciphers()),
                                mapping.code().isEmpty() ? "" : last(DocumentChoices.curves()),
                                last(DocumentChoices.authentications()),
                                false,
                                "");
                documents.setUp(world.custodian(), world.program(), setting);
                assertThat(documents.find(world.custodian(), world.program())).contains(setting);
            }
        }
        documents.end(world.custodian(), world.program());
    }

    @Test
    void refusesWhatIsNotOfferedAndWhoKeepsNoKeys() {
        IssuerWorld world = issuers.a();
        refused(
                "NOT_FOUND",
                () -> documents.format(world.approver(), CardOrderId.next(Clock.systemUTC())));
        refused(
                "DOCUMENT_CHOICE",
                () ->
                        documents.setUp(
                                world.custodian(),
                                world.program(),
                                new DocumentSetting(
                                        "TD4", "V1_8", "SHA_256", true, "", "", "", "", false,
                                        "")));
        refused(
                "DOCUMENT_CHOICE",
                () ->
                        documents.setUp(
                                world.custodian(),
                                world.program(),
                                new DocumentSetting(
                                        "TD1", "V1_8", "SHA_256", true, "GENERIC", "", "", "",
                                        false, "")));
        refused(
                "DOCUMENT_ACCESS",
                () ->
                        documents.setUp(
                                world.custodian(),
                                world.program(),
                                new DocumentSetting(
                                        "TD1", "V1_8", "SHA_256", false, "", "", "", "", false,
                                        "")));
        refused(
                "DOCUMENT_TRANSPORT_KEY",
                () ->
                        documents.setUp(
                                world.custodian(),
                                world.program(),
                                new DocumentSetting(
                                        "TD1",
                                        "V1_8",
                                        "SHA_256",
                                        true,
                                        "",
                                        "",
                                        "",
                                        "",
                                        false,
                                        "key_of_nobody")));
        assertThat(documents.transportKeys(world.custodian()))
                .extracting(DocumentChoice::code)
                .containsExactly("");
        refused("PERMISSION_MISSING", () -> documents.transportKeys(world.operator()));
        refused(
                "PERMISSION_MISSING",
                () -> documents.setUp(world.administrator(), world.program(), CARD));
        refused("PERMISSION_MISSING", () -> documents.end(world.administrator(), world.program()));
        refused("PERMISSION_MISSING", () -> documents.find(world.auditor(), world.program()));
        refused("PERMISSION_MISSING", () -> documents.signer(world.operator()));
        refused("PERMISSION_MISSING", () -> documents.request(world.operator(), "UT", "Signer"));
        refused("PERMISSION_MISSING", () -> documents.install(world.operator(), "", ""));
        refused("SIGNER_CERTIFICATE", () -> documents.install(world.custodian(), "", ""));
        IssuerWorld other = issuers.b();
        refused("NOT_FOUND", () -> documents.setUp(other.custodian(), world.program(), CARD));
        refused("NOT_FOUND", () -> documents.end(other.custodian(), world.program()));
        refused("NOT_FOUND", () -> documents.find(other.custodian(), world.program()));
        refused("NOT_FOUND", () -> programs.get(world.tenant(), "dpr_none"));
    }

    @Test
    void bringsASignerInAndTellsOfItsEnd() {
        IssuerWorld world = issuers.another("Utopia Signing Office");
        assertThat(documents.signer(world.custodian())).isEmpty();
        assertThat(alarms(world)).isEmpty();
        OpensslCountry country = OpensslCountry.in(folder);
        String request = documents.request(world.custodian(), "UT", "Document Signer 1");
        byte[] der =
                Base64.getMimeDecoder()
                        .decode(
                                request.replaceAll("-----[A-Z ]+-----", "")
                                        .getBytes(StandardCharsets.US_ASCII));
        byte[] certificate = country.certify(der, "digitalSignature");
        documents.install(
                world.custodian(),
                "\n" + new String(certificate, StandardCharsets.US_ASCII) + "\n",
                new String(country.certificate(), StandardCharsets.US_ASCII));
        InstalledSigner signer = documents.signer(world.custodian()).orElseThrow();
        assertThat(signer.subject()).contains("Document Signer 1");
        assertThat(signer.authority()).contains("CSCA Utopia");
        assertThat(alarms(world))
                .singleElement()
                .satisfies(e -> assertThat(e.days()).isEqualTo(89));
    }

    private List<Expiry> alarms(IssuerWorld world) {
        return expiries.list(world.custodian()).stream()
                .filter(e -> e.thing().what().contains("document signer"))
                .toList();
    }

    private static String last(List<DocumentChoice> choices) {
        return choices.getLast().code();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
