package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.production.verification.PinVerification;
import io.cardloom.production.verification.Pins;
import io.cardloom.production.verification.SealedPin;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** A tenant's PIN keys: generation, verification, transport and the seal of PINs at rest. */
@Component
public class PinKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TenantKeys tenantKeys;

    PinKeys(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
    }

    /** What makes and checks PINs for one piece of work, from one thread. */
    public Session session(TenantId tenant) {
        return new Session(
                new PinGenerationKey(pair(tenant, KeyPurpose.PIN_GENERATION)),
                new PinVerificationKey(pair(tenant, KeyPurpose.PIN_VERIFICATION)),
                new PinTransport(
                        pair(tenant, KeyPurpose.PIN_TRANSPORT_DES),
                        tenantKeys.symmetric(tenant, KeyPurpose.PIN_TRANSPORT_AES, "AES"),
                        RANDOM),
                tenantKeys.symmetric(tenant, KeyPurpose.PIN_SEAL, "AES"),
                RANDOM);
    }

    private DesPair pair(TenantId tenant, KeyPurpose purpose) {
        byte[] pair = tenantKeys.get(tenant, purpose, DesPair::random);
        try {
            return new DesPair(pair);
        } finally {
            Arrays.fill(pair, (byte) 0);
        }
    }

    /** One piece of work with PINs; clear ones live inside a call and are wiped at its end. */
    public static final class Session implements Pins, PinVerification {

        private final PinGenerationKey generation;
        private final PinVerificationKey verification;
        private final PinTransport transport;
        private final SecretKey seal;
        private final RandomGenerator random;

        Session(
                PinGenerationKey generation,
                PinVerificationKey verification,
                PinTransport transport,
                SecretKey seal,
                RandomGenerator random) {
            this.generation = generation;
            this.verification = verification;
            this.transport = transport;
            this.seal = seal;
            this.random = random;
        }

        @Override
        public SealedPin drawn(Pan pan, int digits) {
            byte[] pin = new byte[checked(digits)];
            for (int i = 0; i < digits; i++) {
                pin[i] = (byte) random.nextInt(10);
            }
            return sealed(pin, pan);
        }

        @Override
        public SealedPin natural(Pan pan, Ibm3624 rule, int digits) {
            return sealed(
                    generation.natural(
                            rule.validationData(pan), rule.decimalizationTable(), checked(digits)),
                    pan);
        }

        @Override
        public SealedPin received(byte[] block, Pan pan, PinBlockFormat format) {
            return sealed(transport.decrypted(format, block, pan.digits()), pan);
        }

        @Override
        public byte[] block(SealedPin pin, Pan pan, PinBlockFormat format) {
            return with(pin, pan, clear -> transport.encrypted(format, clear, pan.digits()));
        }

        @Override
        public String pinVerificationValue(SealedPin pin, Pan pan, int keyIndex) {
            if (keyIndex < 0 || keyIndex > 9) {
                throw Refusal.invalid(
                        "PIN_KEY_INDEX", "The PIN verification key index is a digit from 0 to 9.");
            }
            return with(pin, pan, clear -> verification.value(pan.digits(), keyIndex, clear));
        }

        @Override
        public String offset(SealedPin pin, Pan pan, Ibm3624 rule) {
            String data = rule.validationData(pan);
            return with(
                    pin, pan, clear -> generation.offset(data, rule.decimalizationTable(), clear));
        }

        private SealedPin sealed(byte[] pin, Pan pan) {
            try {
                return new SealedPin(Wrapping.seal(seal, pin, place(pan)));
            } finally {
                Arrays.fill(pin, (byte) 0);
            }
        }

        private <T> T with(
                SealedPin pin, Pan pan, java.util.function.Function<byte[], T> operation) {
            byte[] clear;
            try {
                clear = Wrapping.open(seal, pin.bytes(), place(pan));
            } catch (BrokenSeal e) {
                throw Refusal.invalid(
                        "PIN_SEAL",
                        "The PIN was sealed elsewhere or for another account number; draw a new"
                                + " one.");
            }
            try {
                return operation.apply(clear);
            } finally {
                Arrays.fill(clear, (byte) 0);
            }
        }

        private static int checked(int digits) {
            if (digits < PinField.MIN || digits > PinField.MAX) {
                throw Refusal.invalid("PIN_LENGTH", "A PIN has 4 to 12 digits (ISO 9564-1).");
            }
            return digits;
        }

        private static String place(Pan pan) {
            return "pin/" + pan.digits();
        }
    }
}
