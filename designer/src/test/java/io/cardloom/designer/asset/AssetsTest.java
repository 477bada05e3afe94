package io.cardloom.designer.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class AssetsTest {

    private static final byte[] LOGO =
            Forge.svg(
                    "<rect width='40' height='40' fill='#204080'/><circle cx='70' cy='30' r='9'/>");

    @Autowired Assets assets;
    @Autowired AuditTrail audit;
    @Autowired TwoIssuers issuers;

    @Test
    void keepsADrawingAsItsOwnSvgAndAsPixels() throws Exception {
        IssuerWorld world = issuers.another("Drawing Bank");
        Asset asset = upload(world.designer(), "logo.svg", LOGO);
        assertThat(asset.type()).isEqualTo(MediaType.SVG);
        assertThat(asset.vector()).isTrue();
        assertThat(asset.widthPx()).isEqualTo(2_400);
        assertThat(asset.heightPx()).isEqualTo(1_440);
        assertThat(assets.get(world.tenant(), asset.digest())).isEqualTo(asset);
        byte[] svg = assets.vector(world.tenant(), asset.digest()).orElseThrow();
        assertThat(new String(svg, StandardCharsets.UTF_8)).contains("#204080").startsWith("<svg");
        assertThat(assets.raster(world.tenant(), asset.digest())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void keepsALargePictureInPartsAndWhole() {
        IssuerWorld world = issuers.another("Noise Bank");
        java.awt.image.BufferedImage noise =
                new java.awt.image.BufferedImage(
                        1_600, 1_200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(5);
        for (int y = 0; y < 1_200; y++) {
            for (int x = 0; x < 1_600; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        Asset asset = upload(world.designer(), "noise.png", Forge.file(noise, "png"));
        byte[] master = assets.raster(world.tenant(), asset.digest());
        assertThat(master.length).isGreaterThan(AssetPartRow.LONGEST);
        assertThat(master).startsWith(0x89, 'P', 'N', 'G').endsWith(0xAE, 0x42, 0x60, 0x82);
        assertThat(assets.vector(world.tenant(), asset.digest())).isEmpty();
    }

    @Test
    void keepsTheSameBytesOnceAndShowsEachOrganizationItsOwn() {
        IssuerWorld world = issuers.another("Twice Bank");
        byte[] file = Forge.png(90, 50);
        Asset first = upload(world.designer(), "one.png", file);
        Asset again = upload(world.designer(), "two.png", file);
        assertThat(again.digest()).isEqualTo(first.digest());
        assertThat(assets.list(world.designer(), "", 0, 10)).containsExactly(first);
        assertThat(assets.list(world.marketer(), "", 0, 10)).isEmpty();
        assertThat(assets.own(world.designer(), first.digest())).isNotEmpty();
        refused("NOT_FOUND", () -> assets.own(world.marketer(), first.digest()));
        String part = first.name().substring(1, 4).toUpperCase(java.util.Locale.ROOT);
        assertThat(assets.list(world.designer(), part, 0, 10)).containsExactly(first);
        assertThat(assets.count(world.designer(), part)).isEqualTo(1);
        assertThat(assets.list(world.designer(), "no such name", 0, 10)).isEmpty();
        assertThat(assets.count(world.marketer(), "")).isZero();
        Asset theirs = upload(world.marketer(), "ours.png", file);
        assertThat(theirs.name()).isEqualTo("ours.png");
        assertThat(assets.list(world.marketer(), "", 0, 10)).containsExactly(theirs);
        assertThat(assets.count(world.designer(), "")).isEqualTo(1);
        AuditFilter uploads =
                new AuditFilter(null, "asset.", first.digest().hex(), null, null, null);
        assertThat(audit.count(world.auditor(), uploads)).isEqualTo(2);
    }

    @Test
    void keepsOneAssetWhenManyUploadItAtOnce() throws Exception {
        IssuerWorld world = issuers.another("Crowded Bank");
        byte[] file = Forge.png(300, 200);
        try (ExecutorService crowd = Executors.newFixedThreadPool(4)) {
            List<Future<Asset>> all =
                    java.util.stream.IntStream.range(0, 4)
                            .mapToObj(
                                    i ->
                                            crowd.submit(
                                                    () -> upload(world.designer(), "a.png", file)))
                            .toList();
            for (Future<Asset> one : all) {
                assertThat(one.get().digest()).isEqualTo(all.getFirst().get().digest());
            }
        }
        assertThat(assets.count(world.designer(), "")).isEqualTo(1);
    }

    @Test
    void showsNothingOfOneTenantToTheOther() {
        Asset asset = upload(issuers.a().designer(), "a.png", Forge.png(77, 33));
        IssuerWorld other = issuers.b();
        refused("NOT_FOUND", () -> assets.get(other.tenant(), asset.digest()));
        refused("NOT_FOUND", () -> assets.raster(other.tenant(), asset.digest()));
        refused("NOT_FOUND", () -> assets.vector(other.tenant(), asset.digest()));
        assertThat(assets.list(other.designer(), "", 0, 100)).doesNotContain(asset);
    }

    @Test
    void letsOnlyEditorsUploadAndOnlyViewersLook() {
        IssuerWorld world = issuers.a();
        byte[] file = Forge.png(9, 9);
        refused("PERMISSION_MISSING", () -> upload(world.auditor(), "a.png", file));
        refused("PERMISSION_MISSING", () -> upload(world.operator(), "a.png", file));
        refused("PERMISSION_MISSING", () -> upload(world.bureau(), "a.png", file));
        refused("PERMISSION_MISSING", () -> assets.list(world.custodian(), "", 0, 10));
        refused("PERMISSION_MISSING", () -> assets.count(world.bureau(), ""));
    }

    @Test
    void saysThatAnUploadBrokeOff() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }
                };
        refused("UPLOAD_BROKEN_OFF", () -> assets.upload(issuers.designer(), "a.png", broken));
    }

    @Test
    void cleansFileNames() {
        assertThat(UploadName.of("../../etc/pass\u0000wd.PNG").text()).isEqualTo("passwd.PNG");
        assertThat(UploadName.of("C:\\Users\\x\\logo.svg").text()).isEqualTo("logo.svg");
        assertThat(UploadName.of("gpj.\u202Eevil.jpg").text()).isEqualTo("gpj.evil.jpg");
        assertThat(UploadName.of("a.JPG").ending()).isEqualTo("jpg");
        assertThat(UploadName.of("///").text()).isEqualTo("unnamed");
        String longest = UploadName.of("😀".repeat(200) + ".png").text();
        assertThat(longest.length()).isLessThanOrEqualTo(120);
        assertThat(longest).endsWith("….png");
    }

    @Test
    void takesAFileWithoutAnEndingByItsContent() {
        assertThat(upload(issuers.designer(), "logo", Forge.jpeg(20, 20)).type())
                .isEqualTo(MediaType.JPEG);
    }

    private Asset upload(Actor actor, String name, byte[] content) {
        return assets.upload(actor, name, new ByteArrayInputStream(content));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
