package io.cardloom.production.key;

import io.cardloom.production.key.store.OpenPgpKeys;
import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.production.key.store.TransportKeys.Use;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.springframework.stereotype.Component;

/** Cardloom's own key pairs by purpose and number; of them it shows the public halves. */
@Component
class OwnKeys {

    private final TransportKeys transport;
    private final OpenPgpKeys openPgp;

    OwnKeys(TransportKeys transport, OpenPgpKeys openPgp) {
        this.transport = transport;
        this.openPgp = openPgp;
    }

    /** Made at the first asking; the same one for whoever asks. */
    OwnEncoding make(TenantId tenant, OwnPurpose purpose, int number) {
        return switch (purpose) {
            case INTAKE -> x509(transport.make(tenant, Use.INTAKE, number), purpose);
            case SIGNING -> x509(transport.make(tenant, Use.SIGNING, number), purpose);
            case OPENPGP_INTAKE -> armored(openPgp.make(tenant, number).certificate());
        };
    }

    /** Empty when it was not made, or is destroyed. */
    Optional<OwnEncoding> find(TenantId tenant, OwnPurpose purpose, int number) {
        return switch (purpose) {
            case INTAKE ->
                    transport.find(tenant, Use.INTAKE, number).map(key -> x509(key, purpose));
            case SIGNING ->
                    transport.find(tenant, Use.SIGNING, number).map(key -> x509(key, purpose));
            case OPENPGP_INTAKE ->
                    openPgp.find(tenant, number).map(key -> armored(key.certificate()));
        };
    }

    /** Destroys the private half; nothing happens when there is none. */
    void destroy(TenantId tenant, OwnPurpose purpose, int number) {
        switch (purpose) {
            case INTAKE -> transport.destroy(tenant, Use.INTAKE, number);
            case SIGNING -> transport.destroy(tenant, Use.SIGNING, number);
            case OPENPGP_INTAKE -> openPgp.destroy(tenant, number);
        }
    }

    private static OwnEncoding x509(TransportKeys.Identity key, OwnPurpose purpose) {
        return OwnEncoding.of(purpose, CertificateReader.der(key.certificate()));
    }

    private static OwnEncoding armored(PGPPublicKeyRing ring) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor = new ArmoredOutputStream(bytes)) {
            ring.encode(armor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return OwnEncoding.of(OwnPurpose.OPENPGP_INTAKE, bytes.toByteArray());
    }
}
