package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/** Keyed hashes of account numbers (PCI DSS 3.5.1.1): equal ones are found, none is read. */
@Component
public class LookupKeys {

    private final TenantKeys tenantKeys;

    LookupKeys(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
    }

    /** A hasher for one piece of work, from one thread. */
    public Hasher hasher(TenantId tenant) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(tenantKeys.symmetric(tenant, KeyPurpose.LOOKUP, "HmacSHA256"));
            return new Hasher(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is not available", e);
        }
    }

    /** HMAC-SHA-256 with one tenant's key. */
    public static final class Hasher {

        private final Mac mac;

        private Hasher(Mac mac) {
            this.mac = mac;
        }

        /** 32 bytes; the same for the same card within the program. */
        public byte[] hash(String program, Pan pan, PanSequenceNumber sequenceNumber) {
            String card = program + "/" + pan.digits() + "/" + sequenceNumber.number();
            return mac.doFinal(card.getBytes(StandardCharsets.US_ASCII));
        }

        /**
         * The same for a document, by the State that issues it and its number; never equal to a
         * card's.
         */
        public byte[] hash(String program, String issuingState, String documentNumber) {
            String document = "document/" + program + "/" + issuingState + "/" + documentNumber;
            return mac.doFinal(document.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
