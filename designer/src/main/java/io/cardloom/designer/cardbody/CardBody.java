package io.cardloom.designer.cardbody;

import java.util.List;
import java.util.Optional;

/**
 * One version of the plastic that cards are made of. All lengths are whole micrometers; the origin
 * is the upper left corner of the trimmed card, y points down, and each face is seen from its own
 * side.
 *
 * @param version 1 for the first; 0 in a wish that is not configured yet
 * @param material in the trade's words, such as {@code PVC} or {@code rPETG}
 * @param color of the unprinted body, {@code #rrggbb}
 * @param width of the trimmed card; 85,600 for ID-1 (ISO/IEC 7810)
 * @param height of the trimmed card; 53,980 for ID-1
 * @param cornerRadius 3,180 for ID-1; 0 for square corners
 * @param bleed how far print must run over the trimmed edge, all around; 0 where there is none
 * @param safeMargin how far from the trimmed edge text and marks must stay
 * @param dpi dots an inch of the print method
 * @param stock blank cards on hand; a count, not a part of the drawing: two bodies that differ in
 *     stock alone are the same version
 */
public record CardBody(
        CardBodyId id,
        int version,
        String name,
        String material,
        String color,
        Finish finish,
        int width,
        int height,
        int cornerRadius,
        int bleed,
        int safeMargin,
        List<Zone> zones,
        PrintMethod printMethod,
        int dpi,
        long stock) {

    /** Width of an ID-1 card in micrometers (ISO/IEC 7810). */
    public static final int ID1_WIDTH = 85_600;

    /** Height of an ID-1 card in micrometers. */
    public static final int ID1_HEIGHT = 53_980;

    /** Corner radius of an ID-1 card in micrometers. */
    public static final int ID1_CORNER_RADIUS = 3_180;

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CARD_BODY_...}: a value is out of its
     *     bounds; the sentence names the bounds, and the same wish never passes
     */
    public CardBody {
        zones = List.copyOf(zones);
        name = CardBodyLimits.word("CARD_BODY_NAME", "name", name, 80);
        material = CardBodyLimits.word("CARD_BODY_MATERIAL", "material", material, 60);
        color = CardBodyLimits.color(color);
        CardBodyLimits.outline(width, height, cornerRadius);
        CardBodyLimits.edges(width, height, bleed, safeMargin);
        CardBodyLimits.print(version, dpi, stock);
        CardBodyLimits.zones(width, height, zones);
    }

    /** Whether it is higher than wide. */
    public boolean isUpright() {
        return height > width;
    }

    /**
     * The same plastic held a quarter further. The back turns the other way round than the front,
     * as it does in the hand.
     *
     * @param clockwise seen from the front
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CARD_BODY_LINE} when it would stand
     *     upright and has lines that are struck
     */
    public CardBody turned(boolean clockwise) {
        return new CardBody(
                id,
                version,
                name,
                material,
                color,
                finish,
                height,
                width,
                cornerRadius,
                bleed,
                safeMargin,
                zones.stream().map(zone -> zone.turned(width, height, clockwise)).toList(),
                printMethod,
                dpi,
                stock);
    }

    /** The zones of one face, in their order. */
    public List<Zone> zones(Face face) {
        return zones.stream().filter(zone -> zone.face() == face).toList();
    }

    /**
     * The zone whose lines are not printed with the picture and in which this point lies; what
     * stands there is made as the zone says.
     *
     * @param x micrometers from the left edge of the face
     * @param y micrometers from its upper edge
     */
    public Optional<Zone> lineAt(Face face, int x, int y) {
        return zones(face).stream()
                .filter(zone -> zone.line().method() != LineMethod.FLAT && zone.holds(x, y))
                .findFirst();
    }

    boolean outlinedAs(CardBody other) {
        return width == other.width && height == other.height && cornerRadius == other.cornerRadius;
    }

    CardBody withVersion(int newVersion) {
        return with(newVersion, stock);
    }

    CardBody withStock(long newStock) {
        return with(version, newStock);
    }

    private CardBody with(int newVersion, long newStock) {
        return new CardBody(
                id,
                newVersion,
                name,
                material,
                color,
                finish,
                width,
                height,
                cornerRadius,
                bleed,
                safeMargin,
                zones,
                printMethod,
                dpi,
                newStock);
    }
}
