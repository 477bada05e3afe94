package io.cardloom.portal.component;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes moments and numbers as the person at this browser reads them. */
public final class Reading {

    private Reading() {}

    /** Date and time to the minute, in the browser's zone. */
    public static String moment(Instant at) {
        // Our typeface draws the narrow space of some locales with no width at all.
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(zone())
                .format(at)
                .replace('\u202f', '\u00a0');
    }

    /** "4 min ago" within an hour, then the moment itself. */
    public static String since(Instant at, Clock clock) {
        Duration gone = Duration.between(at, clock.instant());
        if (gone.toSeconds() < 60 && !gone.isNegative()) {
            return "just now";
        }
        if (gone.toMinutes() < 60 && !gone.isNegative()) {
            return gone.toMinutes() + " min ago";
        }
        return moment(at);
    }

    public static String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** One thing or several: {@code 1 card}, {@code 2,000 cards}. */
    public static String count(long number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }

    /** Millimeters with two decimals. */
    public static String millimeters(int micrometers) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(micrometers / 1000.0);
    }

    /** The zone of the browser; UTC until it is known. */
    public static ZoneId zone() {
        @Nullable UI ui = UI.getCurrent();
        if (ui == null) {
            return ZoneOffset.UTC;
        }
        @Nullable String id = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static Locale locale() {
        @Nullable UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}
