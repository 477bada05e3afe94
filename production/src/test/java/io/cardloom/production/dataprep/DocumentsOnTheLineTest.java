package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.document.OpensslCountry;
import io.cardloom.production.fixture.DocumentsFile;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestDocuments;
import io.cardloom.production.fixture.TestSigner;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.ListDesk;
import io.cardloom.production.intake.form.RowError;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.key.store.TestDocumentTransport;
import io.cardloom.production.traveldocument.DocumentSetting;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jmrtd.BACKey;
import org.jmrtd.Util;
import org.jmrtd.lds.SODFile;
import org.jmrtd.lds.icao.COMFile;
import org.jmrtd.lds.icao.DG11File;
import org.jmrtd.lds.icao.DG1File;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.icao.MRZInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** An issuing authority: from its list to chips that an independent reader reads and trusts. */
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsOnTheLineTest {

    private static final DocumentSetting CARD =
            new DocumentSetting(
                    "TD1",
                    "V1_8",
                    "SHA_256",
                    true,
                    "GENERIC",
                    "AES_128",
                    "NIST_P256",
                    "EC_P256",
                    true,
                    "");
    private static final List<Integer> GROUPS = List.of(1, 2, 11, 12, 14, 15);

    @Autowired PreparationStage stage;
    @Autowired ProgramDocuments documents;
    @Autowired TransportCertificates certificates;
    @Autowired ListDesk desk;
    @Autowired AccountVault vault;
    @Autowired TwoIssuers issuers;
    @Autowired TestDocumentTransport transport;
    @Autowired DataSource database;

    @Value("${cardloom.data.folder}")
    Path data;

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private IssuerWorld world;

    @SuppressWarnings("NullAway.Init")
    private OpensslIssuer office;

    @SuppressWarnings("NullAway.Init")
    private OpensslCountry country;

    @BeforeAll
    void open() {
        world = issuers.another("Utopia Identity Office");
        office = stage.bank(world, folder);
        country = OpensslCountry.in(folder);
        documents.setUp(world.custodian(), world.program(), CARD);
        certify(world);
    }

    private void certify(IssuerWorld whose) {
        TestSigner.certify(documents, whose.custodian(), country);
    }

    @Test
    void makesDocumentsThatAnIndependentReaderReadsAndTrusts() throws Exception {
        List<Map<String, String>> rows = TestDocuments.documents(20);
        CardOrderId order = order(rows);
        RunOrder run = PreparationStage.run(order, 20);
        PreparedRun prepared = stage.preparation.prepare(world.tenant(), run);
        assertThat(prepared.files())
                .extracting(PreparedFile::name)
                .containsExactly(
                        "documents.csv",
                        "lines.csv",
                        "print.pdf",
                        "print.png",
                        "print-back.pdf",
                        "print-back.png",
                        "manifest.json");
        List<Map<String, String>> lines = lines(run);
        assertThat(lines).hasSize(20);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Map<String, String> line = lines.get(i);
            assertThat(line).containsEntry("number", Integer.toString(i + 1));
            assertThat(line)
                    .containsEntry("document_number", rows.get(i).get("document_number"))
                    .containsEntry("birth", "12 08 1974")
                    .containsEntry("address", "12 Mill Lane, \"The Mill\", Zenith");
            read(line, rows.get(i));
            keys.add(line.get("ef_dg15"));
        }
        assertThat(keys).as("no key on two chips").hasSize(20);
        assertThat(text(run, "manifest.json"))
                .contains("\"documents\":\"TD1\"")
                .contains("\"document-transport\":\"")
                .contains("documents.csv");
        assertThat(prepared.keyCheckValues()).containsOnlyKeys("document-transport", "run-data");
        assertThat(stage.preparation.prepare(world.tenant(), run)).isEqualTo(prepared);
        assertThat(lines(run)).as("asked again they are the same documents").isEqualTo(lines);
        assertThat(stage.preparation.areDocuments(world.tenant(), order)).isTrue();
        refused("NOT_FOUND", () -> stage.preparation.tracks(world.tenant(), run.run(), 1));
    }

    /** By JMRTD, which shares no code with Cardloom, and by openssl. */
    private void read(Map<String, String> line, Map<String, String> row) throws Exception {
        SODFile signed = new SODFile(stream(line, "ef_sod"));
        assertThat(signed.getDataGroupHashes().keySet()).containsExactlyElementsOf(GROUPS);
        for (int group : GROUPS) {
            assertThat(signed.getDataGroupHashes().get(group))
                    .isEqualTo(
                            MessageDigest.getInstance(signed.getDigestAlgorithm())
                                    .digest(bytes(line, "ef_dg" + group)));
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter((PSSParameterSpec) signed.getDigestEncryptionAlgorithmParams());
        signature.initVerify(signed.getDocSigningCertificate().getPublicKey());
        signature.update(signed.getEContent());
        assertThat(signature.verify(signed.getEncryptedDigest())).isTrue();
        assertThat(new COMFile(stream(line, "ef_com")).getTagList())
                .containsExactly(0x61, 0x75, 0x6B, 0x6C, 0x6E, 0x6F);
        MRZInfo zone = new DG1File(stream(line, "ef_dg1")).getMRZInfo();
        assertThat(zone.getDocumentNumber()).isEqualTo(row.get("document_number"));
        assertThat(zone.getPrimaryIdentifier()).isEqualTo(TestDocuments.MARK + "SON AANGSTROEM");
        assertThat(zone.toString())
                .isEqualTo(
                        Stream.of("zone_1", "zone_2", "zone_3")
                                .map(z -> line.get(z) + "\n")
                                .reduce("", String::concat));
        byte[] face =
                new DG2File(stream(line, "ef_dg2"))
                        .getFaceInfos()
                        .getFirst()
                        .getFaceImageInfos()
                        .getFirst()
                        .getImageInputStream()
                        .readAllBytes();
        assertThat(Base64.getEncoder().encodeToString(face)).isEqualTo(row.get("face"));
        assertThat(new DG11File(stream(line, "ef_dg11")).getPlaceOfBirth())
                .containsExactly("Zenith", "Utopia");
        BACKey access =
                new BACKey(zone.getDocumentNumber(), zone.getDateOfBirth(), zone.getDateOfExpiry());
        byte[] seed =
                Util.computeKeySeed(
                        access.getDocumentNumber(),
                        access.getDateOfBirth(),
                        access.getDateOfExpiry(),
                        "SHA-1",
                        true);
        assertThat(even(opened(line, "key_basic_encryption")))
                .startsWith(
                        even(Arrays.copyOf(Util.deriveKey(seed, Util.ENC_MODE).getEncoded(), 16)))
                .hasSize(16);
        assertThat(opened(line, "key_pace_access_number")).hasSize(16);
        assertThat(line.get("card_access_number")).matches("[0-9]{6}");
    }

    @Test
    void isVerifiedByOpensslUpToTheCountryWhicheverSignerSigned() throws Exception {
        RunOrder before = PreparationStage.run(order(TestDocuments.documents(1)), 1);
        PreparedRun prepared = stage.preparation.prepare(world.tenant(), before);
        RunOrder after = PreparationStage.run(order(TestDocuments.documents(1)), 1);
        certify(world);
        stage.preparation.prepare(world.tenant(), after);
        assertThat(stage.preparation.prepare(world.tenant(), before))
                .as("what is prepared stays")
                .isEqualTo(prepared);
        assertThat(verifiedSigner(after)).isNotEqualTo(verifiedSigner(before));
    }

    /** The serial number of who signed a run's only document. */
    private BigInteger verifiedSigner(RunOrder run) throws Exception {
        Map<String, String> line = lines(run).getFirst();
        byte[] cms =
                io.cardloom.production.tlv.TlvReader.find(
                                bytes(line, "ef_sod"), io.cardloom.production.tlv.Tag.of("77"))
                        .orElseThrow();
        assertThat(country.verify(cms)).isNotEmpty();
        return new SODFile(stream(line, "ef_sod")).getDocSigningCertificate().getSerialNumber();
    }

    @Test
    void leavesOutTheSameDocumentInAnotherListAndTakesItAfterThePurge() {
        List<Map<String, String>> rows = new ArrayList<>(TestDocuments.documents(3));
        rows.add(rows.get(1));
        CardOrderId order = CardOrderId.next(Clock.systemUTC());
        IntakeReport first = receive(order, rows);
        assertThat(codes(first)).containsExactly("4 document_number DUPLICATE_IN_FILE");
        assertThat(first.accepted()).isEqualTo(3);
        CardOrderId other = CardOrderId.next(Clock.systemUTC());
        assertThat(codes(receive(other, List.of(rows.get(2), TestDocuments.document()))))
                .containsExactly("1 document_number DUPLICATE_IN_PROGRAM");
        PurgeCertificate purged = stage.preparation.purge(world.tenant(), order);
        assertThat(purged.records()).isEqualTo(3);
        assertThat(purged.keyCheckValue()).isNotEmpty();
        refused(
                "ACCOUNT_DATA_PURGED",
                () -> stage.preparation.prepare(world.tenant(), PreparationStage.run(order, 3)));
        assertThat(codes(receive(CardOrderId.next(Clock.systemUTC()), rows.subList(0, 3))))
                .isEmpty();
    }

    @Test
    void keepsAnOrderWhatItIsWhenTheProgramChanges() throws Exception {
        IssuerWorld changing = issuers.another("Utopia Changing Office");
        OpensslIssuer bank = stage.bank(changing, folder);
        documents.setUp(changing.custodian(), changing.program(), CARD);
        CardOrderId order = stage.order(changing, bank, list(1));
        documents.end(changing.custodian(), changing.program());
        RunOrder run = PreparationStage.run(order, 1);
        refused("SIGNER_MISSING", () -> stage.preparation.prepare(changing.tenant(), run));
        Path left = data.resolve("prepared").resolve(changing.tenant().value());
        assertThat(Files.exists(left.resolve(run.run().value()))).isFalse();
        certify(changing);
        PreparedRun prepared = stage.preparation.prepare(changing.tenant(), run);
        assertThat(prepared.files()).extracting(PreparedFile::name).contains("documents.csv");
        CardOrderId cards =
                stage.order(changing, bank, io.cardloom.production.fixture.TestAccounts.csv(1));
        assertThat(stage.preparation.areDocuments(changing.tenant(), cards)).isFalse();
        assertThat(
                        stage.preparation
                                .prepare(changing.tenant(), PreparationStage.run(cards, 1))
                                .files())
                .extracting(PreparedFile::name)
                .contains("records.csv");
    }

    @Test
    void takesAListOfCardsForNoneOfDocuments() {
        IntakeReport report =
                receive(
                        CardOrderId.next(Clock.systemUTC()),
                        io.cardloom.production.fixture.TestAccounts.csv(2));
        assertThat(codes(report)).containsExactly("1  JSON_SYNTAX");
        assertThat(report.tookAny()).isFalse();
    }

    @Test
    void leavesNothingOfAPersonInClear() throws Exception {
        CardOrderId order = order(TestDocuments.documents(5));
        RunOrder run = PreparationStage.run(order, 5);
        PreparedRun prepared = stage.preparation.prepare(world.tenant(), run);
        assertThat(text(run, "documents.csv")).contains(TestDocuments.MARK);
        byte[] mark = TestDocuments.MARK.getBytes(StandardCharsets.US_ASCII);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of("account_record", "account_file", "audit_entry", "prepared_file")) {
                try (ResultSet rows = statement.executeQuery("select * from `" + table + "`")) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            byte[] value = rows.getBytes(i);
                            assertThat(value == null || !holds(value, mark)).as(table).isTrue();
                        }
                    }
                }
            }
        }
        try (Stream<Path> files = Files.walk(data.resolve("prepared"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(holds(Files.readAllBytes(file), mark)).as(file.toString()).isFalse();
            }
        }
        assertThat("" + prepared + run + vault.openDocuments(world.tenant(), order, List.of(1)))
                .doesNotContain(TestDocuments.MARK);
    }

    private static boolean holds(byte[] hay, byte[] needle) {
        return new String(hay, StandardCharsets.ISO_8859_1)
                .contains(new String(needle, StandardCharsets.ISO_8859_1));
    }

    private byte[] list(int count) {
        return TestDocuments.list(TestDocuments.documents(count));
    }

    private CardOrderId order(List<Map<String, String>> rows) {
        return stage.order(world, office, TestDocuments.list(rows));
    }

    private IntakeReport receive(CardOrderId order, List<Map<String, String>> rows) {
        return receive(order, TestDocuments.list(rows));
    }

    private IntakeReport receive(CardOrderId order, byte[] list) {
        byte[] cms = office.seal(list, certificates.intakeCertificate(world.approver()));
        return desk.receive(world.approver(), world.program(), order, cms);
    }

    /** JMRTD leaves the parity of DES keys as it comes. */
    private static byte[] even(byte[] key) {
        byte[] even = key.clone();
        for (int i = 0; i < even.length; i++) {
            even[i] &= (byte) 0xFE;
        }
        return even;
    }

    private static List<String> codes(IntakeReport report) {
        return report.errors().stream()
                .map((RowError e) -> e.line() + " " + e.column() + " " + e.code())
                .toList();
    }

    private byte[] opened(Map<String, String> line, String key) {
        return transport.unwrap(world.tenant(), bytes(line, key));
    }

    private static ByteArrayInputStream stream(Map<String, String> line, String file) {
        return new ByteArrayInputStream(bytes(line, file));
    }

    private static byte[] bytes(Map<String, String> line, String column) {
        return Base64.getDecoder().decode(line.get(column));
    }

    private List<Map<String, String>> lines(RunOrder run) throws IOException {
        return DocumentsFile.lines(text(run, "documents.csv"));
    }

    private String text(RunOrder run, String name) throws IOException {
        try (InputStream in = stage.preparation.open(world.tenant(), run.run(), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
