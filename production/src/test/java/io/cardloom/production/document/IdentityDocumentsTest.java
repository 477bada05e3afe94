package io.cardloom.production.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.document.PreparedDocument.KeyRole;
import io.cardloom.production.document.lds.DocumentFile;
import io.cardloom.production.document.lds.ElementaryFile;
import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.lds.MalformedFile;
import io.cardloom.production.document.lds.SignedObject;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.production.tlv.TlvReader;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.cms.CMSSignedData;
import org.jmrtd.lds.SODFile;
import org.jmrtd.lds.icao.COMFile;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;
import org.jmrtd.lds.icao.DG1File;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class IdentityDocumentsTest {

    private static final Path PAGE = Path.of("../docs/identity-documents.md");

    @TempDir static Path folder;

    private static @Nullable OpensslCountry known;
    private static @Nullable IssuerWorld certified;

    @Autowired IdentityDocuments documents;
    @Autowired DocumentSigners signers;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @BeforeEach
    void aCountryCertifiesTheSigner() {
        if (certified == null) {
            known = OpensslCountry.in(folder);
            certified = issuers.another("Utopia Passport Office");
            signers.install(
                    world().custodian(),
                    country().certify(request(), "digitalSignature"),
                    country().certificate());
        }
    }

    private static OpensslCountry country() {
        return Objects.requireNonNull(known);
    }

    private static IssuerWorld world() {
        return Objects.requireNonNull(certified);
    }

    @ParameterizedTest
    @EnumSource(AuthenticationKind.class)
    void makesADocumentThatAnIndependentReaderReadsAndChecks(AuthenticationKind kind)
            throws Exception {
        DocumentProfile profile =
                new DocumentProfile(
                        MrzFormat.values()[kind.ordinal() % 3],
                        LdsVersion.values()[kind.ordinal() % 2],
                        GroupHash.values()[kind.ordinal() % 3],
                        true,
                        Specimen.pace(),
                        kind);
        PreparedDocument made =
                documents.prepare(world().tenant(), profile, Specimen.record(profile.format()));
        SODFile signed = new SODFile(stream(made, ElementaryFile.SOD));
        for (DocumentFile file : made.files()) {
            if (file.which().dataGroup() != 0) {
                assertThat(signed.getDataGroupHashes().get(file.which().dataGroup()))
                        .as(file.which().fileName())
                        .isEqualTo(
                                MessageDigest.getInstance(signed.getDigestAlgorithm())
                                        .digest(file.content()));
            }
        }
        assertThat(signed.getDataGroupHashes()).containsOnlyKeys(1, 2, 11, 12, 14, 15);
        assertThat(isSigned(signed)).isTrue();
        COMFile common = new COMFile(stream(made, ElementaryFile.COM));
        assertThat(common.getTagList()).containsExactly(0x61, 0x75, 0x6B, 0x6C, 0x6E, 0x6F);
        assertThat(common.getLDSVersion())
                .isEqualTo(profile.version() == LdsVersion.V1_7 ? "1.7" : "1.8");
        assertThat(new DG1File(stream(made, ElementaryFile.DG1)).getMRZInfo().toString())
                .isEqualTo(String.join("\n", made.zone().lines()) + "\n");
        String algorithm =
                new DG15File(stream(made, ElementaryFile.DG15)).getPublicKey().getAlgorithm();
        assertThat(algorithm)
                .isIn(kind.name().startsWith("RSA") ? List.of("RSA") : List.of("EC", "ECDSA"));
        assertThat(new DG14File(stream(made, ElementaryFile.DG14)).getActiveAuthenticationInfos())
                .hasSize(kind.name().startsWith("RSA") ? 0 : 1);
        assertThat(made.keys()).containsOnlyKeys(KeyRole.values());
        assertThat(made.transportCheckValue()).matches("[0-9A-F]{6}");
        assertThat(made.nameAltered()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(LdsVersion.class)
    void isVerifiedByOpensslUpToTheCountry(LdsVersion version) throws Exception {
        PreparedDocument made =
                documents.prepare(
                        world().tenant(),
                        Specimen.profile(MrzFormat.TD1, version),
                        Specimen.record(MrzFormat.TD1));
        byte[] cms =
                TlvReader.find(content(made, ElementaryFile.SOD), ElementaryFile.SOD.tag())
                        .orElseThrow();
        byte[] content = country().verify(cms);
        assertThat(content)
                .isEqualTo((byte[]) new CMSSignedData(cms).getSignedContent().getContent());
        cms[cms.length - 1] ^= 1;
        assertThatThrownBy(() -> country().verify(cms)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isTheDocumentThatThePageExplainsByteByByte() throws Exception {
        PreparedDocument made =
                documents.prepare(
                        world().tenant(),
                        Specimen.profile(MrzFormat.TD1, LdsVersion.V1_7),
                        Specimen.record(MrzFormat.TD1));
        Map<String, String> explained = explained();
        Map<String, String> there = new TreeMap<>();
        for (DocumentFile file : made.files()) {
            if (file.which() != ElementaryFile.SOD) {
                there.put(file.which().fileName(), HexFormat.of().formatHex(file.content()));
            }
        }
        byte[] cms =
                TlvReader.find(content(made, ElementaryFile.SOD), ElementaryFile.SOD.tag())
                        .orElseThrow();
        there.put(
                "LDS security object",
                HexFormat.of()
                        .formatHex(
                                (byte[]) new CMSSignedData(cms).getSignedContent().getContent()));
        assertThat(there).isEqualTo(explained);
    }

    @Test
    void saysNothingElseOfAChangedSignatureFileThanThatItIsMalformed() {
        byte[] file =
                content(
                        documents.prepare(
                                world().tenant(),
                                Specimen.profile(MrzFormat.TD3, LdsVersion.V1_8),
                                Specimen.record(MrzFormat.TD3)),
                        ElementaryFile.SOD);
        SignedObject.Read whole = SignedObject.read(file);
        Random random = new Random(8);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] changed = file.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            if (i % 10 == 0) {
                changed = Arrays.copyOf(changed, at);
            }
            try {
                assertThat(SignedObject.read(changed).object().hashes().keySet())
                        .as("what still reads says the same")
                        .isEqualTo(whole.object().hashes().keySet());
            } catch (MalformedFile e) {
                refused++;
            }
        }
        // A changed certificate may still verify what its key signed; who it is, others decide.
        assertThat(refused).isGreaterThan(5_000);
    }

    @Test
    void refusesASignerThatIsNotTheTenantsOrNotTheCountrys() {
        byte[] good = country().certify(request(), "digitalSignature");
        byte[] encipher = country().certify(request(), "keyEncipherment");
        refused(
                "SIGNER_CERTIFICATE",
                () -> signers.install(world().custodian(), encipher, country().certificate()));
        refused("SIGNER_CERTIFICATE", () -> signers.install(world().custodian(), good, good));
        refused(
                "SIGNER_CERTIFICATE",
                () ->
                        signers.install(
                                world().custodian(),
                                country().certificate(),
                                country().certificate()));
        refused(
                "SIGNER_CERTIFICATE",
                () ->
                        signers.install(
                                world().custodian(), new byte[20_000], country().certificate()));
        refused(
                "SIGNER_CERTIFICATE",
                () ->
                        signers.install(
                                world().custodian(), new byte[] {1}, country().certificate()));
        refused(
                "SIGNER_CERTIFICATE",
                () -> signers.install(issuers.b().custodian(), good, country().certificate()));
        refused(
                "PERMISSION_MISSING",
                () -> signers.install(world().designer(), good, country().certificate()));
        refused("PERMISSION_MISSING", () -> signers.request(world().operator(), "UT", "Signer"));
        refused("SIGNER_NAME", () -> signers.request(world().custodian(), "UTO", "Signer"));
        refused("SIGNER_NAME", () -> signers.request(world().custodian(), "UT", "Signer,O=x"));
    }

    @Test
    void signsNothingWithoutASignerAndTellsTheTrailOfOne() {
        refused(
                "SIGNER_MISSING",
                () ->
                        documents.prepare(
                                issuers.b().tenant(),
                                Specimen.profile(MrzFormat.TD1, LdsVersion.V1_7),
                                Specimen.record(MrzFormat.TD1)));
        assertThat(trail.page(world().auditor(), AuditFilter.all(), 0, 100))
                .anySatisfy(r -> assertThat(r.action()).isEqualTo("signer.installed"));
    }

    @Test
    void letsNobodyReadAChipWithoutAccessControl() {
        refused(
                "DOCUMENT_ACCESS",
                () ->
                        new DocumentProfile(
                                MrzFormat.TD1,
                                LdsVersion.V1_7,
                                GroupHash.SHA_256,
                                false,
                                null,
                                null));
    }

    @Test
    void printsNothingOfThePerson() {
        DocumentRecord record = Specimen.record(MrzFormat.TD1);
        PreparedDocument made =
                documents.prepare(
                        world().tenant(), Specimen.profile(MrzFormat.TD1, LdsVersion.V1_7), record);
        assertThat(
                        made
                                + " "
                                + made.files()
                                + made.keys()
                                + record
                                + record.holder()
                                + record.issue())
                .doesNotContainIgnoringCase("Eriksson")
                .doesNotContain("D23145890", "123456", "ZENITH", "1974");
    }

    /** The hexadecimal digits of the page, by the heading above them. */
    private static Map<String, String> explained() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Pattern line = Pattern.compile("((?:[0-9A-F]{2} ?)+)(   .*)?");
        String heading = "";
        boolean block = false;
        for (String text : Files.readAllLines(PAGE, StandardCharsets.UTF_8)) {
            if (text.startsWith("### ")) {
                heading = text.substring(4);
            }
            if (text.startsWith("```")) {
                block = !block;
                continue;
            }
            if (block) {
                Matcher bytes = line.matcher(text);
                assertThat(bytes.matches()).as(text).isTrue();
                files.merge(
                        heading,
                        bytes.group(1).replace(" ", "").toLowerCase(java.util.Locale.ROOT),
                        String::concat);
            }
        }
        return files;
    }

    private static boolean isSigned(SODFile signed) throws Exception {
        X509Certificate signer = signed.getDocSigningCertificate();
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter((PSSParameterSpec) signed.getDigestEncryptionAlgorithmParams());
        signature.initVerify(signer.getPublicKey());
        signature.update(signed.getEContent());
        return signature.verify(signed.getEncryptedDigest());
    }

    private byte[] request() {
        return signers.request(world().custodian(), "UT", "Document Signer 1");
    }

    private static byte[] content(PreparedDocument document, ElementaryFile which) {
        return document.files().stream()
                .filter(f -> f.which() == which)
                .findFirst()
                .orElseThrow()
                .content();
    }

    private static ByteArrayInputStream stream(PreparedDocument document, ElementaryFile which) {
        return new ByteArrayInputStream(content(document, which));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
