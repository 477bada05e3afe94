package io.cardloom.designer.ink;

import io.cardloom.designer.cardbody.CardBody;
import java.awt.geom.AffineTransform;

/**
 * A grid of pixels laid over a face.
 *
 * @param width of what is shown, micrometers
 * @param height of what is shown, micrometers
 * @param margin shown around the trimmed card on each side, micrometers
 * @param dpi pixels an inch
 */
public record Sheet(int width, int height, int margin, double dpi) {

    private static final double MICROMETERS_PER_INCH = 25_400;

    /** The trimmed card with a margin around it. */
    public static Sheet of(CardBody body, int margin, double dpi) {
        return new Sheet(body.width() + 2 * margin, body.height() + 2 * margin, margin, dpi);
    }

    public int widthPx() {
        return Math.max(1, (int) Math.round(width * scale()));
    }

    public int heightPx() {
        return Math.max(1, (int) Math.round(height * scale()));
    }

    /** Pixels a micrometer. */
    public double scale() {
        return dpi / MICROMETERS_PER_INCH;
    }

    /** From micrometers on the card to pixels. */
    public AffineTransform toPixels() {
        AffineTransform transform = AffineTransform.getScaleInstance(scale(), scale());
        transform.translate(margin, margin);
        return transform;
    }
}
