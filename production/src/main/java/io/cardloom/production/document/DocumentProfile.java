package io.cardloom.production.document;

import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.lds.PaceProtocol;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.tenancy.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What all documents of a kind have in common.
 *
 * @param basicAccess whether the chip knows basic access control
 * @param pace null when it does not know PACE
 * @param authentication null when it does not prove that it is no copy
 */
public record DocumentProfile(
        MrzFormat format,
        LdsVersion version,
        GroupHash hash,
        boolean basicAccess,
        @Nullable PaceProtocol pace,
        @Nullable AuthenticationKind authentication) {

    /**
     * @throws Refusal {@code DOCUMENT_ACCESS} when anybody could read the chip
     */
    public DocumentProfile {
        if (!basicAccess && pace == null) {
            throw Refusal.invalid(
                    "DOCUMENT_ACCESS",
                    "A chip with personal data lets nobody in without basic access control or"
                            + " PACE; choose one of them or both.");
        }
    }
}
