package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.VerificationValues;
import io.cardloom.production.key.life.ActiveKeys;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.verification.CardVerification;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The keys that make card verification values: the active card verification key of a program, or in
 * demo and tests a pair that is made at the first asking.
 */
@Component
public class StripeKeys {

    private final TenantKeys tenantKeys;
    private final ActiveKeys activeKeys;

    StripeKeys(TenantKeys tenantKeys, ActiveKeys activeKeys) {
        this.tenantKeys = tenantKeys;
        this.activeKeys = activeKeys;
    }

    /**
     * What makes verification values of a program's cards for one piece of work, from one thread;
     * the caller closes it.
     *
     * @throws Refusal {@code KEY_MISSING} when no card verification key is active and keys live in
     *     hardware: outside it a tenant without one gets a pair of its own; also when the program's
     *     own key has no active version
     */
    public Verifier verifier(TenantId tenant, ProgramId program) {
        Optional<IssuerKeyVersion> active =
                activeKeys.of(tenant, program).active(KeyUsage.CARD_VERIFICATION);
        if (active.isPresent()) {
            IssuerKeyVersion version = active.get();
            return new Verifier(
                    tenantKeys.driver().verification().open(version.name(tenant)),
                    version.checkValue());
        }
        tenantKeys.requireNoHardware(KeyUsage.CARD_VERIFICATION);
        byte[] pair = tenantKeys.get(tenant, KeyPurpose.STRIPE_CVK, DesPair::random);
        try {
            CardVerificationKey key = new CardVerificationKey(pair);
            return new Verifier(key, key.checkValue());
        } finally {
            Arrays.fill(pair, (byte) 0);
        }
    }

    /** Makes verification values with one key, each with its own service code. */
    public static final class Verifier implements CardVerification, AutoCloseable {

        private final VerificationValues.Key key;
        private final KeyCheckValue checkValue;

        private Verifier(VerificationValues.Key key, KeyCheckValue checkValue) {
            this.key = key;
            this.checkValue = checkValue;
        }

        @Override
        public String value(VerificationValue which, AccountRecord card) {
            return key.value(
                    card.pan().digits(),
                    card.expiry().yymm(),
                    which.serviceCode(card.serviceCode()));
        }

        public KeyCheckValue checkValue() {
            return checkValue;
        }

        @Override
        public void close() {
            key.close();
        }
    }
}
