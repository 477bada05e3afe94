package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.Optional;

/** Port to the fonts that an issuer has: which there are, and the digest of each file. */
public interface FontDigests {

    /**
     * The SHA-256 of the font file that sets this family in this weight, 64 lower-case hex
     * characters; empty when the issuer has no such face. Withdrawn fonts still have theirs.
     */
    Optional<String> digest(TenantId tenant, String family, int weight);

    /** Whether the issuer has withdrawn this family, so that nothing new may be set in it. */
    boolean isWithdrawn(TenantId tenant, String family);
}
