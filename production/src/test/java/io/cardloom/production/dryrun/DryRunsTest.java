package io.cardloom.production.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.LineMaking;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.render.SampleDesigns;
import io.cardloom.production.emv.ChipPrograms;
import io.cardloom.production.emv.TestAuthority;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ExpiryForm;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.key.store.MailerKeys;
import io.cardloom.production.key.store.MailerPrinter;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An issuer looks at what a run would make, before there is one. */
@SpringBootTest
class DryRunsTest {

    private static final TestAuthority AUTHORITY = new TestAuthority();

    @Autowired DryRuns dryRuns;
    @Autowired Designs designs;
    @Autowired CardBodies bodies;
    @Autowired ListForms forms;
    @Autowired ChipPrograms chips;
    @Autowired PinMailers mailers;
    @Autowired CardOrders orders;
    @Autowired StripeKeys stripeKeys;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;
    @Autowired Clock clock;

    @Test
    void makesWhatARunWouldMakeAndMarksEachFile() throws Exception {
        IssuerWorld world = issuers.another("Rehearsal Bank");
        forms.save(world.administrator(), world.program(), 0, capitals());
        chips.configure(
                world.custodian(),
                world.program(),
                "neutral",
                1,
                AUTHORITY.key(),
                AUTHORITY.certify(chips.issuerKey(world.custodian()), "999900", "9912"));
        chips.writeScripts(world.custodian(), world.program(), true);
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_4);
        Digest digest = frozen(world);
        List<String> told = new ArrayList<>();
        makesTwoAtATime(world, digest);
        DryRun made = dryRuns.make(world.approver(), digest, 3, told::add);

        Map<String, byte[]> files = unpacked(made.zip());
        assertThat(files.keySet())
                .containsExactly(
                        "SAMPLE-records.csv",
                        "SAMPLE-lines.csv",
                        "SAMPLE-carriers.csv",
                        "SAMPLE-pin-mailers.csv",
                        "SAMPLE-chip.csv",
                        "SAMPLE-print.pdf",
                        "SAMPLE-print.png",
                        "SAMPLE-manifest.json");
        assertThat(told).containsExactlyElementsOf(files.keySet());
        for (DryRun.File file : made.files()) {
            byte[] bytes = files.get(file.name());
            assertThat(bytes).hasSize((int) file.bytes());
            assertThat(sha256(bytes)).isEqualTo(file.sha256());
        }
        assertThat(made.sha256()).isEqualTo(sha256(made.zip()));
        assertThat(made.name()).startsWith("SAMPLE-").endsWith(".zip");
        manifest(world, digest, files);
        List<String> lines = lines(files, "SAMPLE-lines.csv");
        assertThat(lines.stream().filter(line -> line.contains(",embossed,pan,"))).hasSize(3);
        assertThat(lines.stream().filter(line -> line.contains(",flat,custom,Member no,")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains(",SAMPLE "));
        assertThat(lines(files, "SAMPLE-chip.csv"))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).containsAnyOf(",script", " SESSION 80E20000"));
        assertThat(lines(files, "SAMPLE-records.csv").stream().skip(1))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("%B999900").contains("TEST-"));
        mailed(files);
        printed(files);
        leavesNothing(world, digest, made);
    }

    private void makesTwoAtATime(IssuerWorld world, Digest digest) {
        AtomicInteger refusals = new AtomicInteger();
        Runnable third =
                () -> {
                    refused(
                            "DRY_RUN_BUSY",
                            () -> dryRuns.make(world.approver(), digest, 1, name -> {}));
                    refusals.incrementAndGet();
                };
        Runnable second =
                () -> dryRuns.make(world.approver(), digest, 1, atFirst("SAMPLE-lines.csv", third));
        dryRuns.make(world.approver(), digest, 1, atFirst("SAMPLE-lines.csv", second));
        assertThat(refusals).hasValue(1);
    }

    private static Consumer<String> atFirst(String file, Runnable then) {
        return name -> {
            if (name.equals(file)) {
                then.run();
            }
        };
    }

    private void manifest(IssuerWorld world, Digest digest, Map<String, byte[]> files) {
        JsonNode manifest =
                JsonMapper.builder().build().readTree(files.get("SAMPLE-manifest.json"));
        assertThat(manifest.get("sample").asBoolean()).isTrue();
        assertThat(manifest.get("digest").asString()).isEqualTo(digest.hex64());
        assertThat(manifest.has("run")).isFalse();
        String sample = manifest.get("keyCheckValues").get("stripe-cvk").asString();
        try (StripeKeys.Verifier own = stripeKeys.verifier(world.tenant(), world.program())) {
            assertThat(sample)
                    .as("none of the issuer's keys")
                    .isNotEqualTo(own.checkValue().hex6());
        }
        assertThat(manifest.get("files"))
                .allSatisfy(f -> assertThat(f.get("name").asString()).startsWith("SAMPLE-"));
    }

    /** Anybody opens them: the keys are no secret, and the accounts are nobody's. */
    private static void mailed(Map<String, byte[]> files) {
        List<String> mailed = lines(files, "SAMPLE-pin-mailers.csv");
        List<String> records = lines(files, "SAMPLE-records.csv");
        assertThat(mailed).hasSize(4);
        assertThat(mailed.getFirst()).endsWith(",key_check_value,member_no");
        MailerPrinter printer = MailerKeys.sample(PinBlockFormat.ISO_4);
        for (int i = 1; i <= 3; i++) {
            String[] fields = MailerPrinter.fields(mailed.get(i));
            String pan = records.get(i).replaceAll(".*%B([0-9]+)\\^.*", "$1");
            assertThat(printer.pin(fields[6], pan)).matches("[0-9]{4}");
            assertThat(mailed.get(i)).doesNotContain(pan).contains(",ISO-4,").contains(",SAMPLE ");
        }
    }

    /** The red of the mark is nowhere else in this design. */
    private static void printed(Map<String, byte[]> files) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(files.get("SAMPLE-print.pdf"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            for (int page = 0; page < 3; page++) {
                marked(new PDFRenderer(pdf).renderImageWithDPI(page, 100));
            }
        }
        marked(ImageIO.read(new ByteArrayInputStream(files.get("SAMPLE-print.png"))));
    }

    private static void marked(BufferedImage face) {
        int red = 0;
        for (int y = 0; y < face.getHeight(); y++) {
            for (int x = 0; x < face.getWidth(); x++) {
                int rgb = face.getRGB(x, y);
                red += (rgb >> 16 & 0xFF) - (rgb & 0xFF) > 60 ? 1 : 0;
            }
        }
        assertThat(red).isGreaterThan(face.getWidth() * face.getHeight() / 50);
    }

    private void leavesNothing(IssuerWorld world, Digest digest, DryRun made) {
        assertThat(orders.count(world.approver())).isZero();
        assertThat(bodies.list(world.approver()))
                .allSatisfy(body -> assertThat(body.stock()).isEqualTo(1_500));
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 10))
                .filteredOn(r -> r.action().equals("dryrun.made"))
                .hasSize(3)
                .first()
                .satisfies(r -> assertThat(r.digest()).isEqualTo(digest.hex64()))
                .satisfies(r -> assertThat(r.toString()).contains(made.sha256()));
    }

    @Test
    void saysWhyNobodyFitsAndMakesNothingForStrangers() {
        IssuerWorld world = issuers.another("Small Letters Bank");
        Digest digest = frozen(world);
        assertThatThrownBy(() -> dryRuns.make(world.approver(), digest, 2, name -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("DRY_RUN_NOBODY_FITS");
                            assertThat(e.sentence()).contains("EMBOSS_CHARACTERS");
                        });
        refused("DRY_RUN_CARDS", () -> dryRuns.make(world.approver(), digest, 0, name -> {}));
        refused("DRY_RUN_CARDS", () -> dryRuns.make(world.approver(), digest, 11, name -> {}));
        refused("PERMISSION_MISSING", () -> dryRuns.make(world.designer(), digest, 1, n -> {}));
        IssuerWorld other = issuers.b();
        refused("NOT_FOUND", () -> dryRuns.make(other.approver(), digest, 1, name -> {}));
    }

    /** Frozen and approved by nobody, on the embossed preset. */
    private Digest frozen(IssuerWorld world) {
        CardBody body =
                bodies.configure(
                        world.administrator(),
                        bodies.presets().stream()
                                .filter(
                                        b ->
                                                b.zones().stream()
                                                        .anyMatch(
                                                                z ->
                                                                        z.line()
                                                                                .equals(
                                                                                        LineMaking
                                                                                                .EMBOSSED_NUMBER)))
                                .findFirst()
                                .orElseThrow());
        Actor designer = world.designer();
        DesignId design = designs.create(designer, world.program(), body.id(), "Rehearsal");
        add(designer, design, 0, SampleDesigns.box(8_300, 30_060, 69_000, 5_000), FieldKey.PAN);
        add(
                designer,
                design,
                1,
                SampleDesigns.box(7_650, 44_000, 66_040, 3_600),
                FieldKey.CARDHOLDER_NAME);
        add(designer, design, 2, SampleDesigns.box(26_000, 20_000, 40_000, 4_000), FieldKey.CUSTOM);
        return designs.freeze(designer, design).digest();
    }

    private void add(Actor designer, DesignId design, int number, Box box, FieldKey key) {
        Content field =
                key == FieldKey.CUSTOM
                        ? new io.cardloom.designer.design.FieldContent(
                                key,
                                "Member no",
                                "A-17",
                                "plex-sans",
                                400,
                                3_000,
                                "#1a1a1a",
                                io.cardloom.designer.design.Align.LEFT)
                        : SampleDesigns.field(
                                key, key == FieldKey.PAN ? "0000" : "ADA", "plex-sans", 3_000);
        designs.apply(
                designer,
                design,
                number,
                new EditCommand.AddLayer(
                        LayerId.next(clock),
                        Layer.of(Face.FRONT, "a" + number, key.name(), box, field)),
                EditOrigin.once());
    }

    private static ListForm capitals() {
        return new ListForm(
                FileForm.STANDARD,
                ListForm.STANDARD.sources(),
                Set.of(),
                ExpiryForm.YYMM,
                true,
                BadRows.LEAVE_OUT,
                false,
                Map.of("member_no", "Member"));
    }

    private static List<String> lines(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        assertThat(bytes).as(name).isNotNull();
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
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

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
