package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.verification.CardVerification;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** The keys that make card verification values; a tenant has one pair for all of them. */
@Component
public class StripeKeys {

    private final TenantKeys tenantKeys;

    StripeKeys(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
    }

    /** What makes verification values for one piece of work, from one thread. */
    public Verifier verifier(TenantId tenant) {
        byte[] pair = tenantKeys.get(tenant, KeyPurpose.STRIPE_CVK, DesPair::random);
        try {
            return new Verifier(new CardVerificationKey(pair));
        } finally {
            Arrays.fill(pair, (byte) 0);
        }
    }

    /** Makes verification values with one key, each with its own service code. */
    public static final class Verifier implements CardVerification {

        private final CardVerificationKey key;

        private Verifier(CardVerificationKey key) {
            this.key = key;
        }

        @Override
        public String value(VerificationValue which, AccountRecord card) {
            return key.value(
                    card.pan().digits(),
                    card.expiry().yymm(),
                    which.serviceCode(card.serviceCode()));
        }

        public KeyCheckValue checkValue() {
            return key.checkValue();
        }
    }
}
