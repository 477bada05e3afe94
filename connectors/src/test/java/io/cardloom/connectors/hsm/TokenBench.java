package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDerivation;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * How many cards' keys SoftHSM derives a second of processor time, from one thread; run by {@code
 * ./cardloom bench production}, not by the tests. SoftHSM is a library in the process: what a
 * device behind a wire does is told by that device only.
 */
class TokenBench {

    private static final int ROUNDS = 20_000;
    private static final int SIGNATURES = 2_000;
    private static final int SEALS = 5_000;
    private static final int HASHES = 200_000;
    private static final long GENERIC_SECRET_KEY_GEN = 0x350;
    private static final long SHA256_HMAC = 0x251;

    /** C_DeriveKey, C_GetAttributeValue, C_DestroyObject; C_EncryptInit and C_Encrypt without. */
    private static final int CALLS = 3;

    private static final int CALLS_WITHOUT = 2;

    private final TenantId tenant = TenantId.next(Clock.systemUTC());

    @Test
    void measuresTheToken() {
        KeyDriver driver = new Pkcs11Keys(SoftHsm.token()).driver();
        KeyDriver without = new Pkcs11Keys(SoftHsm.token(Ck.CKM_DES3_ECB_ENCRYPT_DATA)).driver();
        KeyName master = name();
        driver.storage().generate(master, KeyUsage.CHIP_CRYPTOGRAMS, KeyKind.TDEA_DOUBLE);
        derivations(driver, master, ROUNDS / 4);
        derivations(without, master, ROUNDS / 4);
        double derived = derivations(driver, master, ROUNDS);
        double built = derivations(without, master, ROUNDS);
        System.out.printf(
                "bench card keys derived inside SoftHSM: %.0f a second, %.0f PKCS#11 calls; of"
                        + " blocks that it encrypts: %.0f, %.0f calls%n",
                derived, derived * CALLS, built, built * CALLS_WITHOUT);
        IssuerSignature.Signer signer = driver.signature().generate(name(), 1408);
        byte[] block = new byte[176];
        block[0] = 0x6A;
        double signed = perSecond(SIGNATURES, i -> signer.sign(block).length);
        System.out.printf(
                "bench issuer signatures of 1408 bits inside SoftHSM: %.0f a second%n", signed);
    }

    /** What the pool of cards' keys asks for, and what duplicates in lists would. */
    @Test
    void measuresSealsAndHashes() throws Exception {
        Token token = SoftHsm.token();
        KeyDriver driver = new Pkcs11Keys(token).driver();
        KeyName seal = name();
        driver.storage().generate(seal, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        byte[] key = new byte[700];
        byte[] sealed = driver.protection().seal(seal, key, "icc/pool");
        double seals =
                perSecond(SEALS, i -> driver.protection().seal(seal, key, "icc/pool").length);
        double opened =
                perSecond(SEALS, i -> driver.protection().open(seal, sealed, "icc/pool").length);
        long secret =
                token.call(
                        session ->
                                session.generate(
                                        GENERIC_SECRET_KEY_GEN,
                                        new Attributes()
                                                .with(Ck.CKA_VALUE_LEN, 32L)
                                                .with(Ck.CKA_TOKEN, false)
                                                .with(Ck.CKA_SENSITIVE, true)
                                                .with(Ck.CKA_SIGN, true)));
        byte[] card = new byte[48];
        IntUnaryOperator hash =
                i -> Calls.told(() -> token.call(s -> s.sign(secret, SHA256_HMAC, card))).length;
        perSecond(HASHES / 4, hash);
        double hashed = perSecond(HASHES, hash);
        System.out.printf(
                "bench inside SoftHSM: cards' keys sealed %.0f and opened %.0f a second; hashes of"
                        + " account numbers (HMAC) %.0f%n",
                seals, opened, hashed);
    }

    private static double derivations(KeyDriver driver, KeyName master, int rounds) {
        byte[] y = new byte[16];
        KeyDerivation.Master opened = driver.derivation().open(master, KeyKind.TDEA_DOUBLE);
        return perSecond(
                rounds,
                i -> {
                    y[0] = (byte) i;
                    return opened.derive(y).length;
                });
    }

    private static double perSecond(int rounds, IntUnaryOperator work) {
        long bytes = 0;
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < rounds; i++) {
            bytes += work.applyAsInt(i);
        }
        assertThat(bytes).isPositive();
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        return rounds * 1e9 / nanos;
    }

    private KeyName name() {
        return KeyName.of(tenant, Identifier.next("kyv", Clock.systemUTC()));
    }
}
