package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.TenantId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody brings to prove a right: where to look, and 256 random bits that prove the rest. Of
 * these only the hash is kept.
 *
 * @param id of the row in which the hash is
 */
record TenantCode(TenantId tenant, String id, String proof) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(ten_[0-7][0-9A-HJKMNP-TV-Z]{25})"
                            + "\\.([a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25})"
                            + "\\.([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TenantCode next(TenantId tenant, String id) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new TenantCode(
                tenant, id, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The code of this text, when it names a row with this prefix. */
    static Optional<TenantCode> read(String prefix, String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches() || !parts.group(2).startsWith(prefix + "_")) {
            return Optional.empty();
        }
        return Optional.of(
                new TenantCode(new TenantId(parts.group(1)), parts.group(2), parts.group(3)));
    }

    /** Enough for so much randomness; a slow hash would add nothing. */
    String hash() {
        return Digests.of(proof);
    }

    String text() {
        return tenant + "." + id + "." + proof;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
