package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.Map;

/**
 * How long a trail was at a moment and what its last hash was, signed. Kept outside Cardloom (in a
 * proof, a manifest, a mail) it is the witness by which a shortened or rewritten trail is found.
 *
 * @param count entries so far, 0 for a trail without any
 * @param hash of the last entry; 64 zeros when there is none
 * @param key fingerprint of the signing key: SHA-256 of its SubjectPublicKeyInfo
 * @param signature Ed25519 over {@link #statement()} in UTF-8, base 64
 */
public record SignedHead(
        TenantId tenant, long count, String hash, Instant at, String key, String signature) {

    static SignedHead sign(TenantId tenant, long count, String hash, Instant at, SigningKey by) {
        String key = PublicKeys.fingerprint(by.publicKey());
        SignedHead open = new SignedHead(tenant, count, hash, at, key, "");
        return new SignedHead(tenant, count, hash, at, key, by.sign(open.statement()));
    }

    /** What is signed: canonical JSON. */
    public String statement() {
        return CanonicalJson.write(fields());
    }

    /** One line of canonical JSON for keeping; {@code VerifyAudit --witness} takes it. */
    public String line() {
        return CanonicalJson.write(Map.of("head", fields(), "signature", signature));
    }

    private Map<String, Object> fields() {
        return Map.of(
                "count", count,
                "hash", hash,
                "key", key,
                "signedAt", at.toString(),
                "tenant", tenant.value());
    }
}
