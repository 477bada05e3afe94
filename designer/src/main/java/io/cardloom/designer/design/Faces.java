package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for the digest of a font's file, and refuses a font that the issuer does not have. */
@Component
class Faces {

    private final FontDigests fonts;

    Faces(FontDigests fonts) {
        this.fonts = fonts;
    }

    /**
     * @throws Refusal {@code FONT_UNKNOWN}
     */
    String require(TenantId tenant, String family, int weight) {
        return fonts.digest(tenant, family, weight)
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "FONT_UNKNOWN",
                                        "There is no font '"
                                                + family
                                                + "' in weight "
                                                + weight
                                                + "; choose one from the list."));
    }

    /**
     * A withdrawn font is kept by a layer that has it, and taken by no other.
     *
     * @param before what the layer was, null when it is new
     * @param anew false for what is taken back or carried on, which may have what was withdrawn
     * @throws Refusal {@code FONT_UNKNOWN}, {@code FONT_WITHDRAWN}
     */
    void requireFor(TenantId tenant, @Nullable Layer before, Typeset typeset, boolean anew) {
        require(tenant, typeset.font(), typeset.weight());
        boolean kept =
                before != null
                        && before.content() instanceof Typeset old
                        && old.font().equals(typeset.font());
        if (anew && !kept && fonts.isWithdrawn(tenant, typeset.font())) {
            throw Refusal.invalid(
                    "FONT_WITHDRAWN",
                    "The issuer has withdrawn this font. Choose another one from the list.");
        }
    }
}
