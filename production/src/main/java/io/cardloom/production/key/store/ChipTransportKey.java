package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.ChipTransport;
import io.cardloom.production.key.life.CardKeys;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;

/**
 * What secret data of chips are encrypted under on their way to the personalizer.
 *
 * @param checkValue by which people compare it
 */
record ChipTransportKey(ChipTransport.Key key, KeyCheckValue checkValue) {

    /**
     * The key that custodians brought for these cards, in its device; without one, in demo and
     * tests, a pair made here.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_MISSING}
     */
    static ChipTransportKey of(TenantKeys keys, TenantId tenant, CardKeys active) {
        Optional<IssuerKeyVersion> brought = active.active(KeyUsage.CHIP_PERSONALIZATION);
        if (brought.isPresent()) {
            return new ChipTransportKey(
                    keys.driver().chipTransport().open(brought.get().name(tenant)),
                    brought.get().checkValue());
        }
        keys.requireNoHardware(KeyUsage.CHIP_PERSONALIZATION);
        byte[] bytes = keys.get(tenant, KeyPurpose.CHIP_TRANSPORT, DesPair::random);
        try {
            DesPair pair = new DesPair(bytes);
            return new ChipTransportKey(pair, pair.checkValue());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
