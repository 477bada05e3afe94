package io.cardloom.production.key.store;

import io.cardloom.tenancy.tenant.TenantId;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** A personalizer who was given the key that document chips' keys travel under. */
@Component
public class TestDocumentTransport {

    private final TenantKeys keys;

    TestDocumentTransport(TenantKeys keys) {
        this.keys = keys;
    }

    /** A key as the chip gets it (RFC 5649). */
    public byte[] unwrap(TenantId tenant, byte[] wrapped) {
        return unwrap(keys.find(tenant, KeyPurpose.DOCUMENT_TRANSPORT).orElseThrow(), wrapped);
    }

    /** The same by a key at hand, as the JDK unwraps it. */
    public static byte[] unwrap(byte[] transport, byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
            cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(transport, "AES"));
            return cipher.unwrap(wrapped, "key", Cipher.SECRET_KEY).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not open", e);
        }
    }
}
