package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The keys that a test has and nobody else: the software driver's, and such as were brought. */
@Component
public class MailerKeys {

    private final TenantKeys keys;

    MailerKeys(TenantKeys keys) {
        this.keys = keys;
    }

    /** A printer that was given the tenant's PIN transport key. */
    public MailerPrinter printer(TenantId tenant, PinBlockFormat format) {
        return new MailerPrinter(format, transport(tenant, format));
    }

    public String checkValue(TenantId tenant, PinBlockFormat format) {
        byte[] key = transport(tenant, format);
        return (format == PinBlockFormat.ISO_4
                        ? KeyCheckValue.ofAes(key)
                        : KeyCheckValue.ofTdea(key))
                .hex6();
    }

    /** The verification value of a clear PIN, with the key's index 1. */
    public String pinVerificationValue(TenantId tenant, String pan, String pin) {
        return pinVerificationValue(tenant, pan, pin, 1);
    }

    public String pinVerificationValue(TenantId tenant, String pan, String pin, int keyIndex) {
        byte[] digits = pin.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < digits.length; i++) {
            digits[i] -= '0';
        }
        byte[] pair = keys.find(tenant, KeyPurpose.PIN_VERIFICATION).orElseThrow();
        return new PinVerificationKey(new DesPair(pair)).value(pan, keyIndex, digits);
    }

    /** What chips' secrets are encrypted under, of a tenant whose custodians brought none. */
    public byte[] chipTransport(TenantId tenant) {
        return keys.find(tenant, KeyPurpose.CHIP_TRANSPORT).orElseThrow();
    }

    /** PIN keys of the tenant as they are with hardware: these, brought by custodians, or none. */
    public PinKeys inHardware(TenantId tenant, Map<KeyUsage, KeyKind> brought) {
        KeyDriver hard = BroughtKeys.hard(keys.driver());
        BroughtKeys active = new BroughtKeys(tenant, hard);
        brought.forEach((usage, kind) -> active.bring(usage, kind, broughtKey(usage)));
        return new PinKeys(new TenantKeys(keys.folder(), hard), active);
    }

    /** The value of a key that was brought. */
    public static byte[] broughtKey(KeyUsage usage) {
        byte[] pair = Arrays.copyOf(TestKeys.hash("brought " + usage), DesPair.LENGTH);
        DesPair.oddParity(pair);
        return pair;
    }

    /** A printer with the key of dry runs, which anybody can make. */
    public static MailerPrinter sample(PinBlockFormat format) {
        byte[] key =
                Arrays.copyOf(
                        TestKeys.hash(
                                format == PinBlockFormat.ISO_4
                                        ? "pin-transport-aes"
                                        : "pin-transport-des"),
                        DesPair.LENGTH);
        return new MailerPrinter(format, key);
    }

    private byte[] transport(TenantId tenant, PinBlockFormat format) {
        return keys.find(
                        tenant,
                        format == PinBlockFormat.ISO_4
                                ? KeyPurpose.PIN_TRANSPORT_AES
                                : KeyPurpose.PIN_TRANSPORT_DES)
                .orElseThrow();
    }
}
