package io.cardloom.portal.admin;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.portal.component.CardFace;

/** Draws the faces of card bodies with their zones. */
final class BodyFaces {

    private BodyFaces() {}

    static CardFace of(CardBody body, Face face) {
        CardFace card = blank(body.name(), body.color(), body.finish(), face);
        card.measuring(body.width(), body.height(), body.cornerRadius());
        body.zones(face).forEach(zone -> mark(card, zone, "zone", ""));
        return card;
    }

    static CardFace blank(String name, String color, Finish finish, Face face) {
        CardFace card = new CardFace(color, finish);
        card.getElement().setAttribute("role", "img");
        card.getElement().setAttribute("aria-label", name + ", " + face.word());
        return card;
    }

    /**
     * @param severity a word that the style sheet knows
     * @param number shown at its corner, empty for none
     */
    static void mark(CardFace card, Zone zone, String severity, String number) {
        card.mark(
                zone.x(),
                zone.y(),
                zone.width(),
                zone.height(),
                severity,
                number,
                BodyWords.of(zone.kind()));
    }
}
