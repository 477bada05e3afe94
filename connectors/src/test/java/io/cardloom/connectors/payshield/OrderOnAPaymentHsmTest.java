package io.cardloom.connectors.payshield;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.connectors.OrderInFrontOfADevice;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.tenancy.fixture.IssuerWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Cardloom with a payShield-style device as its keystore, simulated, as far as one serves. */
@SpringBootTest
class OrderOnAPaymentHsmTest extends OrderInFrontOfADevice {

    private static final HostCommandServer DEVICE = device();

    @Autowired KeyDrivers drivers;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "data-payshield");
        settings.add("cardloom.data.folder", data::toString);
        settings.add("cardloom.keys.driver", () -> PayshieldKeys.NAME);
        settings.add("cardloom.keys.payshield.host", () -> "localhost");
        settings.add("cardloom.keys.payshield.port", DEVICE::port);
    }

    private static HostCommandServer device() {
        try {
            return new HostCommandServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() throws IOException {
        DEVICE.close();
    }

    @Test
    void makesStripesAndMailersWithPinsThatStayInTheDevice() throws Exception {
        assertThat(drivers.current().name()).isEqualTo(PayshieldKeys.NAME);
        IssuerWorld world = issuer("Payment HSM Bank", PinOrigin.DRAWN, MailerBlock.ISO_0);
        CardOrderId order = order(world);
        DEVICE.misbehave(); // from here on it says what it was asked
        refused("KEY_MISSING", () -> prepared(world, order));
        assertThat(DEVICE.asked()).as("no verification value before its key").doesNotContain("CW");
        Map<KeyUsage, KeyKind> needed = new LinkedHashMap<>();
        needed.put(KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        needed.put(KeyUsage.PIN_VERIFICATION_VALUE, KeyKind.TDEA_DOUBLE);
        needed.put(KeyUsage.PIN_ENCRYPTION, KeyKind.TDEA_DOUBLE);
        bringToLife(world, needed);
        Prepared of = prepared(world, order);
        assertThat(DEVICE.asked()).contains("CW", "JA", "DG", "JG");
        requireStripes(of);
        assertThat(lines(of, "pin-mailers.csv"))
                .hasSize(CARDS)
                .allMatch(line -> line.matches(".*[0-9A-F]{16}.*"));
        stage.preparation.purge(world.tenant(), order);
    }
}
