package io.cardloom.production.emv;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** The chip of one program's cards; its id is the program's. */
@Entity
@Table(name = "chip_program")
class ChipProgramRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String profile;

    @Column(name = "authority_index")
    int authorityIndex;

    @Column(name = "authority_modulus")
    byte[] authorityModulus;

    @Column(name = "authority_exponent")
    int authorityExponent;

    byte[] certificate;

    byte[] remainder;

    byte[] exponent;

    @Column(name = "configured_at")
    Instant configuredAt;

    /** The number of the issuer's key that the certificate is for. */
    @Column(name = "issuer_key")
    int issuerKey;

    boolean scripts;

    @Version long version;

    @SuppressWarnings("NullAway.Init")
    protected ChipProgramRow() {}

    @SuppressWarnings("NullAway.Init") // what it says is set by the caller, before it is kept
    ChipProgramRow(String id, String tenantId) {
        this.id = id;
        this.tenantId = tenantId;
    }

    void say(
            String name,
            ChipPublicKey authority,
            CertifiedIssuer issuer,
            ChipIssuer key,
            Instant at) {
        this.issuerKey = key.number();
        this.profile = name;
        this.authorityIndex = issuer.authorityIndex();
        this.authorityModulus = authority.modulusBytes();
        this.authorityExponent = authority.exponent();
        this.certificate = issuer.certified().certificate();
        this.remainder = issuer.certified().remainder();
        this.exponent = issuer.certified().exponent();
        this.configuredAt = at;
    }

    /** Checked again against the key that the issuer has now. */
    CertifiedIssuer issuer(ChipPublicKey issuerKey) {
        return CertifiedIssuer.of(
                authorityIndex,
                new CertifiedKey(certificate, remainder, exponent),
                new ChipPublicKey(new BigInteger(1, authorityModulus), authorityExponent),
                issuerKey);
    }
}
