package io.cardloom.designer.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.asset.decoder.Decoders;
import io.cardloom.designer.fixture.CompactFonts;
import io.cardloom.designer.fixture.FontForge;
import io.cardloom.designer.font.sfnt.Kerning;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class AdmittedFontsTest {

    private static final LicenceStatement HELD =
            new LicenceStatement("DejaVu fonts licence, free for every use", true);

    @Autowired AdmittedFonts fonts;
    @Autowired FontRepository stored;
    @Autowired Decoders decoders;
    @Autowired TenantWork work;
    @Autowired Clock clock;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @Test
    void admitsAFontAndKeepsWhatTheCheckFound() {
        IssuerWorld world = issuers.another("Type Bank");
        AdmittedFont font = admit(world.administrator(), "a/b\\Serif.ttf", serif());
        assertThat(font.fileName()).isEqualTo("Serif.ttf");
        assertThat(font.label()).isEqualTo("DejaVu Serif Bold");
        assertThat(font.weight()).isEqualTo(700);
        assertThat(font.kerning()).isEqualTo(Kerning.FEATURE);
        assertThat(font.latin1()).isEqualTo(62);
        assertThat(font.licence()).isEqualTo(HELD.words());
        assertThat(font.digest()).startsWith(font.key().value().substring(5));
        assertThat(FontUpload.hex(fonts.file(world.tenant(), font.key()))).isEqualTo(font.digest());
        assertThat(fonts.file(world.designer(), font.digest())).hasSize((int) font.bytes());
        assertThat(fonts.offered(world.marketer())).containsExactly(font);
        assertThat(fonts.list(world.administrator())).containsExactly(font);
        AuditFilter filter = new AuditFilter(null, "font.", font.key().value(), null, null, null);
        assertThat(trail.count(world.auditor(), filter)).isEqualTo(1);
    }

    @Test
    void admitsOutlinesOfTheCompactFontFormat() {
        IssuerWorld world = issuers.another("Compact Bank");
        byte[] file = CompactFonts.of(FontForge.shipped("plex-sans-400.ttf"));
        assertThat(admit(world.administrator(), "Plex.otf", file).trueType()).isFalse();
    }

    @Test
    void letsAdministratorsAdmitAndNobodyElse() {
        IssuerWorld world = issuers.another("Strict Bank");
        refused("PERMISSION_MISSING", () -> admit(world.designer(), "a.ttf", serif()));
        refused("PERMISSION_MISSING", () -> fonts.list(world.marketer()));
        AdmittedFont font = admit(world.administrator(), "a.ttf", serif());
        refused("PERMISSION_MISSING", () -> fonts.withdraw(world.designer(), font.key()));
        refused("PERMISSION_MISSING", () -> fonts.takeBack(world.marketer(), font.key()));
    }

    @Test
    void takesNoMoreFontsThanAnIssuerCanHave() {
        AdmittedFonts two = new AdmittedFonts(stored, decoders, work, trail, clock, 2);
        IssuerWorld world = issuers.another("Collecting Bank");
        for (String file : List.of("DejaVuSerif-Bold.ttf", "DejaVuSans.ttf")) {
            byte[] font = FontForge.dejaVu(file);
            two.admit(world.administrator(), file, new ByteArrayInputStream(font), HELD);
        }
        byte[] third = FontForge.shipped("plex-sans-400.ttf");
        refused(
                "FONT_TOO_MANY",
                () ->
                        two.admit(
                                world.administrator(),
                                "Plex.ttf",
                                new ByteArrayInputStream(third),
                                HELD));
        assertThat(two.list(world.administrator())).hasSize(2);
    }

    @Test
    void keepsEachIssuersFontsToItself() {
        IssuerWorld one = issuers.another("One Type Bank");
        IssuerWorld other = issuers.another("Other Type Bank");
        AdmittedFont font = admit(one.administrator(), "a.ttf", serif());
        assertThat(fonts.offered(other.designer())).isEmpty();
        assertThat(fonts.find(other.tenant(), font.key())).isEmpty();
        refused("NOT_FOUND", () -> fonts.file(other.designer(), font.digest()));
        refused("NOT_FOUND", () -> fonts.file(other.tenant(), font.key()));
        refused("NOT_FOUND", () -> fonts.withdraw(other.administrator(), font.key()));
        AdmittedFont theirs = admit(other.administrator(), "a.ttf", serif());
        assertThat(theirs.key()).isEqualTo(font.key());
        fonts.withdraw(one.administrator(), font.key());
        assertThat(fonts.offered(other.designer())).containsExactly(theirs);
    }

    @Test
    void offersAWithdrawnFontNoMoreUntilItIsTakenBack() {
        IssuerWorld world = issuers.another("Withdrawing Bank");
        AdmittedFont font = admit(world.administrator(), "a.ttf", serif());
        fonts.withdraw(world.administrator(), font.key());
        fonts.withdraw(world.administrator(), font.key());
        assertThat(fonts.offered(world.designer())).isEmpty();
        assertThat(fonts.list(world.administrator()).getFirst().withdrawnBy())
                .isEqualTo(world.administrator().name());
        assertThat(fonts.file(world.tenant(), font.key())).isNotEmpty();
        refused("FONT_ALREADY_THERE", () -> admit(world.administrator(), "b.ttf", serif()));
        fonts.takeBack(world.administrator(), font.key());
        assertThat(fonts.offered(world.designer())).containsExactly(font);
        AuditFilter filter = new AuditFilter(null, "font.", font.key().value(), null, null, null);
        assertThat(trail.count(world.auditor(), filter)).isEqualTo(3);
    }

    @Test
    void refusesAStatementThatStatesNothing() {
        Actor administrator = issuers.another("Silent Bank").administrator();
        refused("FONT_LICENCE_MISSING", () -> admit(administrator, "  yes  ", true));
        refused("FONT_LICENCE_LONG", () -> admit(administrator, "long ".repeat(101), true));
        refused("FONT_LICENCE_UNCONFIRMED", () -> admit(administrator, HELD.words(), false));
        refused(
                "FONT_LICENCE_NUMBER",
                () -> admit(administrator, "Order " + luhn("5".repeat(15)), true));
        assertThat(fonts.list(administrator)).isEmpty();
    }

    private static String luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }

    @Test
    void refusesFilesThatAreEmptyTooLargeOrBreakOff() {
        Actor administrator = issuers.another("Large Bank").administrator();
        refused("FONT_EMPTY", () -> admit(administrator, "a.ttf", new byte[0]));
        byte[] large = Arrays.copyOf(serif(), AdmittedFonts.LARGEST + 1);
        refused("FONT_TOO_LARGE", () -> admit(administrator, "a.ttf", large));
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                };
        refused("UPLOAD_BROKEN_OFF", () -> fonts.admit(administrator, "a.ttf", broken, HELD));
        refused("FONT_FORMAT", () -> admit(administrator, "a.ttf", new byte[] {1, 2, 3, 4, 5}));
    }

    /** Well formed, but its letters are drawn as far away as numbers reach. */
    @Test
    void refusesWhatCannotBeDrawn() {
        Actor administrator = issuers.another("Far Bank").administrator();
        byte[] far =
                FontForge.of(serif())
                        .u16("head", 18, 16)
                        .u16("hhea", 4, 12)
                        .u16("hhea", 6, -4)
                        .file();
        refused("FONT_NOT_DRAWABLE", () -> admit(administrator, "far.ttf", far));
    }

    private static byte[] serif() {
        return FontForge.dejaVu("DejaVuSerif-Bold.ttf");
    }

    private AdmittedFont admit(Actor actor, String name, byte[] file) {
        return fonts.admit(actor, name, new ByteArrayInputStream(file), HELD);
    }

    private AdmittedFont admit(Actor actor, String licence, boolean confirmed) {
        return fonts.admit(
                actor,
                "a.ttf",
                new ByteArrayInputStream(serif()),
                new LicenceStatement(licence, confirmed));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
