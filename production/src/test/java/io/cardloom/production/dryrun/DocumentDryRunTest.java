package io.cardloom.production.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.production.document.OpensslCountry;
import io.cardloom.production.fixture.DocumentsFile;
import io.cardloom.production.key.store.TestDocumentTransport;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TlvReader;
import io.cardloom.production.traveldocument.DocumentSetting;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jmrtd.lds.SODFile;
import org.jmrtd.lds.icao.DG15File;
import org.jmrtd.lds.icao.DG1File;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.icao.MRZInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An issuing authority looks at what a run of documents would make, before there is one. */
@SpringBootTest
class DocumentDryRunTest {

    @Autowired DryRuns dryRuns;
    @Autowired Designs designs;
    @Autowired CardBodies bodies;
    @Autowired ProgramDocuments documents;
    @Autowired TwoIssuers issuers;
    @Autowired Clock clock;

    @TempDir Path folder;

    @Test
    void makesDocumentsOfNobodyThatOpensslAndAnIndependentReaderTrust() throws Exception {
        IssuerWorld world = issuers.another("Rehearsal Identity Office");
        Digest digest = frozen(world);
        documents.setUp(world.custodian(), world.program(), setting("TD1", true));
        List<String> told = new ArrayList<>();
        DryRun made = dryRuns.make(world.approver(), digest, 3, told::add);
        Map<String, byte[]> files = unpacked(made.zip());
        assertThat(files.keySet())
                .containsExactly(
                        "SAMPLE-authority.pem",
                        "SAMPLE-documents.csv",
                        "SAMPLE-lines.csv",
                        "SAMPLE-print.pdf",
                        "SAMPLE-print.png",
                        "SAMPLE-manifest.json");
        assertThat(told).containsExactlyElementsOf(files.keySet());
        OpensslCountry authority =
                OpensslCountry.of(
                        folder, text(files, "authority.pem").getBytes(StandardCharsets.US_ASCII));
        List<Map<String, String>> lines = DocumentsFile.lines(text(files, "documents.csv"));
        assertThat(lines).hasSize(3);
        for (Map<String, String> line : lines) {
            assertThat(line.get("document_number")).startsWith("SAMPLE");
            assertThat(line.get("card_access_number")).matches("[0-9]{6}");
            trusted(line, authority);
            nobody(line);
            provesItself(line);
        }
        JsonNode manifest =
                JsonMapper.builder().build().readTree(files.get("SAMPLE-manifest.json"));
        assertThat(manifest.get("sample").asBoolean()).isTrue();
        assertThat(manifest.get("documents").asString()).isEqualTo("TD1");
        assertThat(manifest.has("run")).isFalse();
        assertThat(manifest.get("keyCheckValues").propertyNames())
                .containsExactly("document-transport");
        assertThat(text(files, "lines.csv").lines().skip(1))
                .hasSize(3)
                .zipSatisfy(
                        lines,
                        (printed, line) ->
                                assertThat(printed)
                                        .contains(",flat,custom,Zone 1,")
                                        .contains(line.get("zone_1")));
        printed(files);
    }

    private static void trusted(Map<String, String> line, OpensslCountry authority)
            throws Exception {
        byte[] cms = TlvReader.find(bytes(line, "ef_sod"), Tag.of("77")).orElseThrow();
        assertThat(authority.verify(cms)).isNotEmpty();
        SODFile signed = new SODFile(stream(line, "ef_sod"));
        assertThat(signed.getDocSigningCertificate().getSubjectX500Principal().getName())
                .contains("SAMPLE Document Signer");
        for (Map.Entry<Integer, byte[]> hash : signed.getDataGroupHashes().entrySet()) {
            assertThat(hash.getValue())
                    .isEqualTo(
                            MessageDigest.getInstance(signed.getDigestAlgorithm())
                                    .digest(bytes(line, "ef_dg" + hash.getKey())));
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter((PSSParameterSpec) signed.getDigestEncryptionAlgorithmParams());
        signature.initVerify(signed.getDocSigningCertificate().getPublicKey());
        signature.update(signed.getEContent());
        assertThat(signature.verify(signed.getEncryptedDigest())).isTrue();
    }

    private static void nobody(Map<String, String> line) throws IOException {
        MRZInfo zone = new DG1File(stream(line, "ef_dg1")).getMRZInfo();
        assertThat(zone.getIssuingState()).isEqualTo("UTO");
        assertThat(zone.getNationality()).isEqualTo("UTO");
        assertThat(zone.getDocumentNumber()).isEqualTo(line.get("document_number"));
        byte[] jpeg =
                new DG2File(stream(line, "ef_dg2"))
                        .getFaceInfos()
                        .getFirst()
                        .getFaceImageInfos()
                        .getFirst()
                        .getImageInputStream()
                        .readAllBytes();
        BufferedImage face = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(face.getWidth()).isEqualTo(413);
        assertThat(face.getHeight()).isEqualTo(531);
        assertThat(red(face)).as("SAMPLE is written across").isGreaterThan(4_000);
    }

    /** The transport key is no secret, so anybody may open the chip's own key and use it. */
    private static void provesItself(Map<String, String> line) throws Exception {
        byte[] transport =
                MessageDigest.getInstance("SHA-256")
                        .digest(
                                "cardloom test key document-transport"
                                        .getBytes(StandardCharsets.US_ASCII));
        PrivateKey secret =
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(
                                        TestDocumentTransport.unwrap(
                                                transport, bytes(line, "key_authentication"))));
        Signature chip = Signature.getInstance("SHA256withECDSA");
        chip.initSign(secret);
        chip.update(new byte[8]);
        byte[] proof = chip.sign();
        chip.initVerify(new DG15File(stream(line, "ef_dg15")).getPublicKey());
        chip.update(new byte[8]);
        assertThat(chip.verify(proof)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"TD2, true", "TD3, false"})
    void makesDocumentsOfEachFormat(String format, boolean pace) throws Exception {
        IssuerWorld world = issuers.another("Rehearsal " + format);
        Digest digest = frozen(world);
        documents.setUp(world.custodian(), world.program(), setting(format, pace));
        Map<String, byte[]> files =
                unpacked(dryRuns.make(world.approver(), digest, 10, file -> {}).zip());
        assertThat(DocumentsFile.lines(text(files, "documents.csv")))
                .hasSize(10)
                .allSatisfy(
                        line ->
                                assertThat(line.get("zone_1"))
                                        .startsWith(format.equals("TD3") ? "P<UTO" : "I<UTO"))
                .allSatisfy(
                        line ->
                                assertThat("".equals(line.get("card_access_number")))
                                        .isNotEqualTo(pace));
    }

    @Test
    void makesNoDocumentsForWhoMayNotOrder() {
        IssuerWorld world = issuers.another("Rehearsal Closed Office");
        Digest digest = frozen(world);
        documents.setUp(world.custodian(), world.program(), setting("TD1", true));
        assertThatThrownBy(() -> dryRuns.make(world.custodian(), digest, 1, file -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.code()).isEqualTo("PERMISSION_MISSING"));
    }

    private static DocumentSetting setting(String format, boolean pace) {
        return new DocumentSetting(
                format,
                "V1_8",
                "SHA_256",
                true,
                pace ? "GENERIC" : "",
                "AES_128",
                "NIST_P256",
                "EC_P256",
                false,
                "");
    }

    /** Frozen and approved by nobody, with the first line of the zone printed. */
    private Digest frozen(IssuerWorld world) {
        CardBody body = bodies.configure(world.administrator(), bodies.presets().getFirst());
        DesignId design =
                designs.create(world.designer(), world.program(), body.id(), "Identity card");
        FieldContent zone =
                new FieldContent(
                        FieldKey.CUSTOM,
                        "Zone 1",
                        "I<UTO",
                        "plex-sans",
                        400,
                        3_000,
                        "#1a1a1a",
                        Align.LEFT);
        designs.apply(
                world.designer(),
                design,
                0,
                new EditCommand.AddLayer(
                        LayerId.next(clock),
                        Layer.of(
                                Face.FRONT,
                                "a0",
                                "Zone",
                                new Box(5_000, 5_000, 75_000, 5_000, 0),
                                zone)),
                EditOrigin.once());
        return designs.freeze(world.designer(), design).digest();
    }

    /** The red of the mark is nowhere else in this design. */
    private static void printed(Map<String, byte[]> files) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(files.get("SAMPLE-print.pdf"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            for (int page = 0; page < 3; page++) {
                assertThat(red(new PDFRenderer(pdf).renderImageWithDPI(page, 100)))
                        .isGreaterThan(1_000);
            }
        }
        assertThat(red(ImageIO.read(new ByteArrayInputStream(files.get("SAMPLE-print.png")))))
                .isGreaterThan(1_000);
    }

    private static int red(BufferedImage picture) {
        int red = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                red += (rgb >> 16 & 0xFF) - (rgb >> 8 & 0xFF) > 60 ? 1 : 0;
            }
        }
        return red;
    }

    private static String text(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get("SAMPLE-" + name);
        assertThat(bytes).as(name).isNotNull();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(Map<String, String> line, String file) {
        return new ByteArrayInputStream(bytes(line, file));
    }

    private static byte[] bytes(Map<String, String> line, String column) {
        return Base64.getDecoder().decode(line.get(column));
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
