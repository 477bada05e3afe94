package io.cardloom.portal.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One face of a card at its true proportion, with its corners and the light of its finish. */
public final class CardFace extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(CardFace.class);
    private static final double WIDTH = 85_600;
    private static final double HEIGHT = 53_980;

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
                .set("left", percent(x, WIDTH))
                .set("top", percent(y, HEIGHT))
                .set("width", percent(width, WIDTH))
                .set("height", percent(height, HEIGHT));
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

    private static String percent(int micrometers, double whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * micrometers / whole);
    }
}
