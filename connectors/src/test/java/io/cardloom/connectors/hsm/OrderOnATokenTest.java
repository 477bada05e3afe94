package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.connectors.OrderInFrontOfADevice;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.emv.CertifiedKey;
import io.cardloom.production.emv.ChipPrograms;
import io.cardloom.production.emv.IccKeys;
import io.cardloom.production.emv.IssuedCard;
import io.cardloom.production.emv.Terminal;
import io.cardloom.production.emv.TestAuthority;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.tenancy.fixture.IssuerWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Cardloom with SoftHSM as its keystore, from the custodians' keys to the purge. */
@SpringBootTest
class OrderOnATokenTest extends OrderInFrontOfADevice {

    private static final TestAuthority AUTHORITY = new TestAuthority(1984);
    private static final int BITS = 1152;
    private static Path data = Path.of("target");

    @Autowired KeyDrivers drivers;
    @Autowired ChipPrograms chips;
    @Autowired IccKeys keys;
    @Autowired DataKeys dataKeys;

    @DynamicPropertySource
    static void token(DynamicPropertyRegistry settings) throws IOException {
        data = Files.createTempDirectory(Path.of("target"), "data-token");
        Path pin = Files.writeString(data.resolve("pin"), SoftHsm.PIN + "\n");
        settings.add("cardloom.data.folder", data::toString);
        settings.add("cardloom.keys.driver", () -> Pkcs11Keys.NAME);
        settings.add("cardloom.keys.pkcs11.library", SoftHsm.library()::toString);
        settings.add("cardloom.keys.pkcs11.token", () -> SoftHsm.LABEL);
        settings.add("cardloom.keys.pkcs11.pin-file", pin::toString);
    }

    @Test
    void makesStripesChipsAndMailersWithKeysThatNeverLeaveTheToken() throws Exception {
        assertThat(drivers.current().name()).isEqualTo(Pkcs11Keys.NAME);
        IssuerWorld world = issuer("Token Bank", PinOrigin.DRAWN, MailerBlock.ISO_4);
        CertifiedKey certified =
                AUTHORITY.certify(chips.issuerKey(world.custodian()), "999900", "9912");
        chips.configure(
                world.custodian(), world.program(), "neutral-pin", 1, AUTHORITY.key(), certified);
        keys.fill(world.tenant(), BITS, CARDS);
        CardOrderId order = order(world);
        refused("KEY_MISSING", () -> prepared(world, order));
        assertThat(keys.ready(world.tenant(), BITS)).as("nothing is spent on it").isEqualTo(CARDS);
        bringToLife(world, needed());
        Prepared of = prepared(world, order);
        requireStripes(of);
        requireChips(of);
        assertThat(lines(of, "pin-mailers.csv"))
                .hasSize(CARDS)
                .allMatch(line -> line.matches(".*[0-9A-F]{32}.*"));
        requireNothingOpensAfterThePurge(of);
    }

    private static Map<KeyUsage, KeyKind> needed() {
        Map<KeyUsage, KeyKind> needed = new LinkedHashMap<>();
        needed.put(KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        needed.put(KeyUsage.PIN_VERIFICATION_VALUE, KeyKind.TDEA_DOUBLE);
        needed.put(KeyUsage.PIN_ENCRYPTION, KeyKind.AES_128);
        needed.put(KeyUsage.CHIP_CRYPTOGRAMS, KeyKind.TDEA_DOUBLE);
        needed.put(KeyUsage.CHIP_CONFIDENTIALITY, KeyKind.TDEA_DOUBLE);
        needed.put(KeyUsage.CHIP_INTEGRITY, KeyKind.TDEA_DOUBLE);
        needed.put(KeyUsage.CHIP_PERSONALIZATION, KeyKind.TDEA_DOUBLE);
        return needed;
    }

    /** A terminal that trusts the authority follows the chain to each card's own key. */
    private void requireChips(Prepared of) throws IOException {
        List<String> lines = lines(of, "chip.csv");
        assertThat(lines).hasSize(CARDS);
        Set<String> moduli = new HashSet<>();
        for (String line : lines) {
            IssuedCard card = new IssuedCard(line.substring(line.indexOf(',') + 1));
            Terminal.Recovered issuer =
                    Terminal.issuer(
                            card.value("90"),
                            card.has("92") ? card.value("92") : "",
                            card.value("9F32"),
                            AUTHORITY.modulus());
            moduli.add(
                    Terminal.icc(
                                    card.value("9F46"),
                                    card.has("9F48") ? card.value("9F48") : "",
                                    card.value("9F47"),
                                    card.staticData(),
                                    issuer.modulus())
                            .modulus());
        }
        assertThat(moduli).hasSize(CARDS);
    }

    /** Not even by a copy of the key folder from before, put back. */
    private void requireNothingOpensAfterThePurge(Prepared of) throws IOException {
        Map<Path, byte[]> copy = copy(data.resolve("keys"));
        assertThat(copy).isNotEmpty();
        assertThat(dataKeys.find(of.world().tenant(), of.order().value())).isPresent();
        assertThat(dataKeys.find(of.world().tenant(), of.run().run().value())).isPresent();
        stage.preparation.purge(of.world().tenant(), of.order());
        for (Map.Entry<Path, byte[]> file : copy.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        assertThat(dataKeys.find(of.world().tenant(), of.order().value())).isEmpty();
        assertThat(dataKeys.find(of.world().tenant(), of.run().run().value())).isEmpty();
    }

    private static Map<Path, byte[]> copy(Path folder) throws IOException {
        Map<Path, byte[]> copy = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy.put(file, Files.readAllBytes(file));
            }
        }
        return copy;
    }
}
