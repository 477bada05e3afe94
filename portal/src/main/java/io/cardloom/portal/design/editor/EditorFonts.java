package io.cardloom.portal.design.editor;

import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.Typeset;
import io.cardloom.designer.font.AdmittedFont;
import io.cardloom.designer.font.AdmittedFonts;
import io.cardloom.designer.font.FontKey;
import io.cardloom.designer.render.FontFace;
import io.cardloom.designer.render.Fonts;
import io.cardloom.portal.font.FontNavigation;
import io.cardloom.tenancy.identity.MembershipId;
import io.cardloom.tenancy.permission.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fonts that an editor offers, and those that its design shows already. */
record EditorFonts(Fonts shipped, AdmittedFonts admitted) {

    /**
     * A face to choose.
     *
     * @param weight 100 to 900 in hundreds
     * @param own whether it is the issuer's own: one face, in whatever weight
     * @param withdrawn kept where it is, offered no more
     */
    record Choice(
            String family, int weight, String label, String url, boolean own, boolean withdrawn) {}

    List<Choice> of(Actor actor, DesignDocument document, MembershipId membership) {
        List<Choice> all = new ArrayList<>();
        for (FontFace face : shipped.all()) {
            all.add(
                    new Choice(
                            face.family(),
                            face.weight(),
                            face.label(),
                            EditorResources.font(face.digest()),
                            false,
                            false));
        }
        admitted.offered(actor).forEach(font -> all.add(own(font, membership)));
        document.layers().values().stream()
                .flatMap(layer -> key(layer.content()).stream())
                .distinct()
                .flatMap(key -> admitted.find(actor.tenant(), key).stream())
                .filter(AdmittedFont::isWithdrawn)
                .forEach(font -> all.add(own(font, membership)));
        return all;
    }

    private static Optional<FontKey> key(Content content) {
        return content instanceof Typeset set ? FontKey.in(set.font()) : Optional.empty();
    }

    private static Choice own(AdmittedFont font, MembershipId membership) {
        return new Choice(
                font.key().value(),
                Math.clamp(Math.round(font.weight() / 100f) * 100, 100, 900),
                font.label(),
                FontNavigation.file(membership, font.digest()),
                true,
                font.isWithdrawn());
    }
}
