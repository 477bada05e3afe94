package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.TenantId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the invited person brings: where to look, and 256 random bits that prove the rest. */
record InvitationToken(TenantId tenant, InvitationId invitation, String proof) {

    private static final Pattern FORM =
            Pattern.compile("(ten_[0-9A-Z]{26})\\.(inv_[0-9A-Z]{26})\\.([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationToken next(TenantId tenant, InvitationId invitation) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new InvitationToken(
                tenant, invitation, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    static Optional<InvitationToken> read(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new InvitationToken(
                            new TenantId(parts.group(1)),
                            new InvitationId(parts.group(2)),
                            parts.group(3)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Enough for so much randomness; a slow hash would add nothing. */
    String hash() {
        return Digests.of(proof);
    }

    String text() {
        return tenant + "." + invitation + "." + proof;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
