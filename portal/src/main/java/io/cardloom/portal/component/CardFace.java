package io.cardloom.portal.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.cardloom.designer.cardbody.CardBody;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One face of a card at its true proportion, with its corners and the light of its finish. */
public final class CardFace extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(CardFace.class);
    private static final double ID1_WIDTH = 85_600;
    private static final double ID1_HEIGHT = 53_980;
    private static final int SMALLEST = 10_000;

    private double width = ID1_WIDTH;
    private double height = ID1_HEIGHT;

    /** A card whose body and finish the picture shows by itself. */
    public CardFace() {
        addClassName("cl-card");
    }

    /**
     * @param color of the unprinted body, {@code #rrggbb}
     * @param finish the word of the finish, such as {@code matte}
     */
    public CardFace(String color, Enum<?> finish) {
        addClassName("cl-card");
        getStyle().set("--cl-card-color", color);
        getElement().setAttribute("data-finish", finish.name().toLowerCase(Locale.ROOT));
    }

    /** The same with the outline of a card body; lengthwise where it is not known. */
    public static CardFace of(@Nullable CardBody body) {
        return body == null ? new CardFace() : new CardFace().measuring(body);
    }

    /**
     * A card of another outline than ID-1 held lengthwise; no higher than one that is as wide as
     * its place. Numbers that no card has leave it as it is.
     *
     * @param width micrometers
     * @param height micrometers
     * @param corner radius, micrometers
     */
    public CardFace measuring(int width, int height, int corner) {
        if (width < SMALLEST || height < SMALLEST) {
            return this;
        }
        this.width = width;
        this.height = height;
        getStyle()
                .set("--cl-card-ratio", width + " / " + height)
                .set("--cl-card-share", percent(share(), 1))
                .set("--cl-card-corner", percent(corner, width) + " / " + percent(corner, height));
        return this;
    }

    /** The same for the outline of a card body. */
    public CardFace measuring(CardBody body) {
        return measuring(body.width(), body.height(), body.cornerRadius());
    }

    /** The picture on it, fetched when the browser asks; a blank card if it cannot be drawn. */
    public CardFace showing(String label, Supplier<byte[]> png) {
        Image image =
                new Image(
                        DownloadHandler.fromInputStream(
                                event -> {
                                    try {
                                        byte[] bytes = png.get();
                                        return new DownloadResponse(
                                                new ByteArrayInputStream(bytes),
                                                "card.png",
                                                "image/png",
                                                bytes.length);
                                    } catch (RuntimeException e) {
                                        LOG.warn("A card could not be drawn", e);
                                        return DownloadResponse.error(404);
                                    }
                                }),
                        label);
        image.getElement().setAttribute("loading", "lazy");
        add(image);
        return this;
    }

    /**
     * Marks a place on the card, in micrometers from its upper left corner.
     *
     * @param severity a word the style sheet knows, or empty
     * @param number shown at its corner, empty for none
     */
    public CardFace mark(
            int x, int y, int width, int height, String severity, String number, String title) {
        Div zone = new Div();
        zone.addClassName("cl-zone");
        zone.getElement().setAttribute("data-severity", severity);
        zone.getElement().setAttribute("title", title);
        zone.getStyle()
                .set("left", percent(x, this.width))
                .set("top", percent(y, this.height))
                .set("width", percent(width, this.width))
                .set("height", percent(height, this.height));
        if (!number.isEmpty()) {
            Element label = new Element("b");
            label.setText(number);
            zone.getElement().appendChild(label);
        }
        add(zone);
        return this;
    }

    /** Without the light of the finish, for judging. */
    public CardFace flat() {
        getElement().setAttribute("data-flat", "");
        return this;
    }

    /** With crop marks at its corners. */
    public Div onTheBench() {
        Div bench = new Div(this);
        bench.addClassName("cl-bench");
        bench.getStyle().set("--cl-bench-share", Double.toString(share()));
        return bench;
    }

    /** How much of its place's width it takes: 1 lengthwise. */
    private double share() {
        return Math.min(1, width / height / (ID1_WIDTH / ID1_HEIGHT));
    }

    private static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * part / whole);
    }
}
