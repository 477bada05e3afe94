package io.cardloom.production.emv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ChipPreparationTest {

    private static final AtomicInteger CARD = new AtomicInteger();
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final TrackImage IMAGE = new TrackImage("11234999010", "11234999");

    @Autowired ApplicationProfiles profiles;
    @Autowired IccKeys keys;
    @Autowired ChipKeystore keystore;
    @Autowired TwoIssuers issuers;

    @ParameterizedTest
    @ValueSource(strings = {"neutral", "vis-like", "m-chip-like"})
    void makesACardThatATerminalReadsAndAuthenticates(String name) {
        ApplicationProfile profile = profiles.named(name);
        AccountRecord card = card("999900123456789", 1);
        TakenIccKey key = key(profile);
        PersonalizationRecord made = preparation(profile).record(card, IMAGE, key);
        IssuedCard read = new IssuedCard(made.line());
        assertThat(read.aid).isEqualTo(profile.aid());
        assertThat(read.value("5A")).isEqualTo(card.pan().digits());
        assertThat(read.value("5F24")).isEqualTo("300228");
        assertThat(read.value("5F34")).isEqualTo("01");
        assertThat(read.value("5F30")).isEqualTo("0201");
        assertThat(read.value("57")).isEqualTo(card.pan().digits() + "D300220111234999");
        if (read.has("9F1F")) {
            assertThat(ascii(read.value("9F1F"))).isEqualTo(IMAGE.track1());
        }
        assertThat(IMAGE).hasToString("TrackImage[REDACTED]");
        assertThat(ascii(read.value("5F20"))).isEqualTo("ZOE O BRIEN");
        assertThat(ascii(read.value("50"))).isEqualTo(profile.label());
        assertThat(read.value("8F")).isEqualTo("F1");
        authenticate(read, card, key, AUTHORITY);
    }

    /** An authority's key of 1984 bits, and the longest one that an issuer can have certified. */
    @ParameterizedTest
    @ValueSource(strings = {"neutral", "vis-like", "m-chip-like"})
    void makesRecordsThatATerminalReadsOfTheLongestKeysToo(String name) {
        ApplicationProfile profile = profiles.named(name);
        TestAuthority authority = new TestAuthority(1984);
        ChipSecurity security =
                keystore.session(tenant(), issuers.a().program(), new ChipIssuer(7, 1976));
        CertifiedIssuer issuer = authority.certified(security.issuerKey(), "999900", "3112");
        AccountRecord card = card("999900123456789", 1);
        TakenIccKey key = key(profile);
        ChipPreparation.requireRoom(profile, issuer);
        IssuedCard read =
                new IssuedCard(
                        new ChipPreparation(profile, issuer, security)
                                .record(card, IMAGE, key)
                                .line());
        assertThat(read.groupings)
                .allSatisfy((dgi, hex) -> assertThat(hex.length() / 2).isLessThan(255));
        assertThat(read.value("90")).hasSize(2 * 248);
        assertThat(read.value("9F46")).hasSize(2 * 247);
        authenticate(read, card, key, authority);
    }

    /** A profile of one's own that puts a certificate beside something else. */
    @Test
    void refusesRecordsThatNoTerminalReads() {
        ApplicationProfile crowded = crowded();
        TestAuthority authority = new TestAuthority(1984);
        ChipSecurity security = keystore.session(tenant());
        CertifiedIssuer issuer = authority.certified(security.issuerKey(), "999900", "3112");
        refused("CHIP_RECORD_LENGTH", () -> ChipPreparation.requireRoom(crowded, issuer));
        refused(
                "CHIP_RECORD_LENGTH",
                () ->
                        new ChipPreparation(crowded, issuer, security)
                                .record(card("999900123456789", 1), IMAGE, key(crowded)));
        ChipPreparation.requireRoom(
                crowded, AUTHORITY.certified(security.issuerKey(), "999900", "3112"));
    }

    private static ApplicationProfile crowded() {
        try (InputStream file =
                ApplicationProfiles.class.getResourceAsStream("profiles/neutral.json")) {
            return ProfileReader.read(
                    new String(requireNonNull(file).readAllBytes(), UTF_8)
                            .replace(", \"9F44\"]", "]")
                            .replace("[\"90\"]", "[\"9F44\", \"90\"]")
                            .getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void authenticate(
            IssuedCard read, AccountRecord card, TakenIccKey key, TestAuthority authority) {
        Terminal.Recovered issuer =
                Terminal.issuer(
                        read.value("90"),
                        read.has("92") ? read.value("92") : "",
                        read.value("9F32"),
                        authority.modulus());
        assertThat(issuer.field(2, 4)).isEqualTo("999900FF");
        Terminal.Recovered icc =
                Terminal.icc(
                        read.value("9F46"),
                        read.has("9F48") ? read.value("9F48") : "",
                        read.value("9F47"),
                        read.staticData(),
                        issuer.modulus());
        assertThat(icc.field(2, 10)).isEqualTo(card.pan().digits() + "FFFF");
        assertThat(icc.field(12, 2)).isEqualTo("0230");
        assertThat(icc.modulus())
                .isEqualTo(EmvCertificatesTest.hex(key.key().key().modulusBytes()));
        boolean sda = (Integer.parseInt(read.value("82").substring(0, 2), 16) & 0x40) != 0;
        assertThat(read.has("93")).isEqualTo(sda);
        if (sda) {
            assertThat(
                            Terminal.staticData(
                                            read.value("93"), read.staticData(), issuer.modulus())
                                    .field(3, 2))
                    .isEqualTo("DAC0");
        }
        String changed = "00" + read.staticData().substring(2);
        assertThatThrownBy(
                        () ->
                                Terminal.icc(
                                        read.value("9F46"),
                                        read.has("9F48") ? read.value("9F48") : "",
                                        read.value("9F47"),
                                        changed,
                                        issuer.modulus()))
                .as("a changed record does not authenticate")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void encryptsEveryGroupingThatHoldsAKey() {
        ApplicationProfile profile = profiles.named("neutral");
        PersonalizationRecord made =
                preparation(profile).record(card("999900123456789", 1), IMAGE, key(profile));
        assertThat(made.encrypted())
                .isEqualTo(Set.of(0x8000, 0x8201, 0x8202, 0x8203, 0x8204, 0x8205));
        IssuedCard read = new IssuedCard(made.line());
        assertThat(read.groupings.get("8000")).hasSize(2 * 48);
        assertThat(read.groupings.get("9000")).hasSize(2 * 9);
        assertThat(read.groupings.get("8205")).hasSize(2 * 80);
        assertThat(made.toString()).isEqualTo("PersonalizationRecord[REDACTED]");
        assertThat(made.line()).startsWith("F0434C4F4F4D0101,8000 8201 8202 8203 8204 8205,");
    }

    @Test
    void storesThePinThatTheCardChecksAmongItsSecrets() {
        ApplicationProfile profile = profiles.named("neutral-pin");
        AccountRecord card = card("999900123456789", 1);
        TakenIccKey key = key(profile);
        byte[] block = HexFormat.of().parseHex("0011223344556677");
        ChipPreparation preparation = preparation(profile);
        assertThat(preparation.pinFormat()).contains(PinBlockFormat.ISO_1);
        PersonalizationRecord made = preparation.record(card, IMAGE, key, Optional.of(block));
        IssuedCard read = new IssuedCard(made.line());
        assertThat(made.encrypted()).contains(0x8010).doesNotContain(0x9010);
        assertThat(read.groupings.get("8010")).isEqualTo("0011223344556677");
        assertThat(read.groupings.get("9010")).isEqualTo("0303");
        authenticate(read, card, key, AUTHORITY);
        String script = preparation.script(made).line();
        assertThat(script).as("said to be encrypted, alone").contains("0B8010080011223344556677");
        assertThat(preparation(profiles.named("neutral")).pinFormat()).isEmpty();
    }

    @Test
    void spellsAccountNumbersOfAnOddLength() {
        ApplicationProfile profile = profiles.named("m-chip-like");
        AccountRecord card = card("999900123456789012", 0);
        PersonalizationRecord made = preparation(profile).record(card, IMAGE, key(profile));
        IssuedCard read = new IssuedCard(made.line());
        assertThat(card.pan().digits()).hasSize(19);
        assertThat(read.value("5A")).isEqualTo(card.pan().digits() + "F");
        assertThat(read.value("57")).isEqualTo(card.pan().digits() + "D300220111234999F");
    }

    @Test
    void refusesACertificateForOtherCards() {
        ApplicationProfile profile = profiles.named("neutral");
        TakenIccKey key = key(profile);
        AccountRecord card = card("999900123456789", 1);
        refused(
                "ISSUER_CERTIFICATE_IIN",
                () -> preparation(profile, "888800", "3112").record(card, IMAGE, key));
        refused(
                "ISSUER_CERTIFICATE_EXPIRY",
                () -> preparation(profile, "999900", "3001").record(card, IMAGE, key));
        assertThat(preparation(profile, "999900", "3002").record(card, IMAGE, key)).isNotNull();
    }

    @Test
    void refusesAKeyThatIsNotTheProfiles() {
        ApplicationProfile profile = profiles.named("neutral");
        AccountRecord card = card("999900123456789", 1);
        refused("ICC_KEY_LENGTH", () -> preparation(profile).record(card, IMAGE, null));
        TakenIccKey other = key(profiles.named("m-chip-like"));
        refused("ICC_KEY_LENGTH", () -> preparation(profile).record(card, IMAGE, other));
    }

    @Test
    void refusesACertificateThatIsNotTheIssuers() {
        ChipPublicKey issuer = keystore.session(tenant()).issuerKey();
        ChipPublicKey other = new TestAuthority().key();
        CertifiedKey certified = AUTHORITY.certify(issuer, "999900", "3112");
        refused(
                "ISSUER_CERTIFICATE",
                () -> CertifiedIssuer.of(1, certified, AUTHORITY.key(), AUTHORITY.key()));
        refused("ISSUER_CERTIFICATE", () -> CertifiedIssuer.of(1, certified, other, issuer));
        refused(
                "ISSUER_CERTIFICATE",
                () -> CertifiedIssuer.of(256, certified, AUTHORITY.key(), issuer));
    }

    private ChipPreparation preparation(ApplicationProfile profile) {
        return preparation(profile, "999900", "3112");
    }

    private ChipPreparation preparation(ApplicationProfile profile, String iin, String expiry) {
        ChipSecurity security = keystore.session(tenant());
        return new ChipPreparation(
                profile, AUTHORITY.certified(security.issuerKey(), iin, expiry), security);
    }

    private TakenIccKey key(ApplicationProfile profile) {
        keys.fill(tenant(), profile.iccKeyBits(), 1);
        String card = "run/" + CARD.incrementAndGet();
        return keys.take(tenant(), profile.iccKeyBits(), List.of(card)).getFirst();
    }

    private TenantId tenant() {
        return issuers.a().tenant();
    }

    private static AccountRecord card(String withoutCheckDigit, int sequence) {
        return new AccountRecord(
                Pan.withCheckDigit(withoutCheckDigit),
                new PanSequenceNumber(sequence),
                new ExpiryDate("3002"),
                new ServiceCode("201"),
                new CardholderName("Zoë O’Brien", "ZOE O BRIEN"),
                "",
                "");
    }

    private static String ascii(String hex) {
        return new String(HexFormat.of().parseHex(hex), java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
