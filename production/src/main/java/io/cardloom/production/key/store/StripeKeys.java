package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** The keys that make the stripe's verification values; a tenant has one pair. */
@Component
public class StripeKeys {

    private final TenantKeys tenantKeys;

    StripeKeys(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
    }

    /** What makes verification values for one piece of work, from one thread. */
    public Verifier verifier(TenantId tenant) {
        byte[] pair = tenantKeys.get(tenant, KeyPurpose.STRIPE_CVK, StripeKeys::newPair);
        try {
            return new Verifier(new CardVerificationKey(pair));
        } finally {
            Arrays.fill(pair, (byte) 0);
        }
    }

    /** Makes verification values of the stripe. */
    public static final class Verifier {

        private final CardVerificationKey key;

        private Verifier(CardVerificationKey key) {
            this.key = key;
        }

        /** Three digits: the card verification value of the stripe. */
        public String value(AccountRecord card) {
            return key.value(
                    card.pan().digits(), card.expiry().yymm(), card.serviceCode().digits());
        }

        public KeyCheckValue checkValue() {
            return key.checkValue();
        }
    }

    /** Two DES keys that differ, each byte of odd parity. */
    private static byte[] newPair() {
        byte[] pair = TenantKeys.random(16);
        for (int i = 0; i < pair.length; i++) {
            if (Integer.bitCount(pair[i] & 0xFF) % 2 == 0) {
                pair[i] ^= 1;
            }
        }
        return Arrays.equals(pair, 0, 8, pair, 8, 16) ? newPair() : pair;
    }
}
