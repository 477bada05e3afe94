package io.cardloom.designer.cardbody;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a card body can be at all: bounds wide enough for every card, narrow enough for sense. */
final class CardBodyLimits {

    private static final int SHORTEST_EDGE = 20_000;
    private static final int LONGEST_EDGE = 200_000;
    private static final int WIDEST_BLEED = 5_000;
    private static final int MOST_ZONES = 40;
    private static final int COARSEST = 150;
    private static final int FINEST = 2_400;
    private static final long MOST_STOCK = 100_000_000;
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private CardBodyLimits() {}

    static String word(String code, String what, String value, int most) {
        String word = value.strip();
        boolean plain = word.codePoints().noneMatch(CardBodyLimits::unprintable);
        if (word.isEmpty() || word.length() > most || !plain) {
            throw Refusal.invalid(
                    code,
                    "The card body's %s needs 1 to %d printable characters.".formatted(what, most));
        }
        return word;
    }

    private static boolean unprintable(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    static String color(String color) {
        if (!COLOR.matcher(color).matches()) {
            throw Refusal.invalid(
                    "CARD_BODY_COLOR",
                    "The card body's color is written #rrggbb, such as #f4f1ea; names and"
                            + " transparency do not pass.");
        }
        return color.toLowerCase(Locale.ROOT);
    }

    static void outline(int width, int height, int cornerRadius) {
        if (outside(width, SHORTEST_EDGE, LONGEST_EDGE)
                || outside(height, SHORTEST_EDGE, LONGEST_EDGE)) {
            throw Refusal.invalid(
                    "CARD_BODY_SIZE",
                    "The card measures %s by %s; each edge has to be 20 to 200 mm long (ID-1: 85.6 by 53.98 mm)."
                            .formatted(mm(width), mm(height)));
        }
        if (outside(cornerRadius, 0, Math.min(width, height) / 2)) {
            throw Refusal.invalid(
                    "CARD_BODY_CORNER",
                    "A corner radius of %s does not fit; it has to be 0 to half the shorter edge (ID-1: 3.18 mm)."
                            .formatted(mm(cornerRadius)));
        }
    }

    static void edges(int width, int height, int bleed, int safeMargin) {
        if (outside(bleed, 0, WIDEST_BLEED)) {
            throw Refusal.invalid(
                    "CARD_BODY_BLEED",
                    "A bleed of %s does not pass; it has to be 0 to 5 mm.".formatted(mm(bleed)));
        }
        if (outside(safeMargin, 0, Math.min(width, height) / 4)) {
            throw Refusal.invalid(
                    "CARD_BODY_SAFE_MARGIN",
                    "A safe margin of %s does not pass; it has to be 0 to a quarter of the shorter edge."
                            .formatted(mm(safeMargin)));
        }
    }

    static void print(int version, int dpi, long stock) {
        if (version < 0) {
            throw new IllegalArgumentException("versions count from 1");
        }
        if (outside(dpi, COARSEST, FINEST)) {
            throw Refusal.invalid(
                    "CARD_BODY_RESOLUTION",
                    "A print resolution of %d dpi does not pass; it has to be 150 to 2,400."
                            .formatted(dpi));
        }
        stock(stock);
    }

    static void stock(long stock) {
        if (stock < 0 || stock > MOST_STOCK) {
            throw Refusal.invalid(
                    "CARD_BODY_STOCK",
                    "The stock of blank cards is a count from 0 to 100,000,000.");
        }
    }

    static void zones(int width, int height, List<Zone> zones) {
        if (zones.size() > MOST_ZONES) {
            throw Refusal.invalid(
                    "CARD_BODY_TOO_MANY_ZONES",
                    "%d zones are too many; 40 on both faces together pass."
                            .formatted(zones.size()));
        }
        for (Zone zone : zones) {
            within(width, height, zone);
        }
        for (int i = 0; i < zones.size(); i++) {
            for (Zone other : zones.subList(0, i)) {
                apart(other, zones.get(i));
            }
        }
    }

    private static void within(int width, int height, Zone zone) {
        if (zone.width() < 1 || zone.height() < 1) {
            throw Refusal.invalid(
                    "CARD_BODY_ZONE_SIZE",
                    "The %s zone on the %s is %s by %s; a zone is larger than nothing both ways."
                            .formatted(
                                    word(zone.kind()),
                                    zone.face().word(),
                                    mm(zone.width()),
                                    mm(zone.height())));
        }
        if (zone.x() < 0
                || zone.y() < 0
                || (long) zone.x() + zone.width() > width
                || (long) zone.y() + zone.height() > height) {
            throw Refusal.invalid(
                    "CARD_BODY_ZONE_OUTSIDE",
                    "The %s zone on the %s leaves the card; it has to lie within %s by %s, measured from the upper left corner."
                            .formatted(
                                    word(zone.kind()), zone.face().word(), mm(width), mm(height)));
        }
        line(width, height, zone);
    }

    private static void line(int width, int height, Zone zone) {
        LineMaking line = zone.line();
        if (!zone.kind().isLine() && !line.equals(LineMaking.FLAT)) {
            throw Refusal.invalid(
                    "CARD_BODY_LINE",
                    "The %s zone has no lines; only lines of numbers, names and codes are made in a way of their own."
                            .formatted(word(zone.kind())));
        }
        if (line.method().isStruck() && height > width) {
            throw Refusal.invalid(
                    "CARD_BODY_LINE",
                    "Wheels strike along the long edge; on an upright card print or engrave the lines of the %s zone."
                            .formatted(word(zone.kind())));
        }
        if (line.method().isStruck()
                && (line.letters(zone.width()) < 1
                        || (long) line.rows() * line.letterHeight() > zone.height())) {
            throw Refusal.invalid(
                    "CARD_BODY_LINE",
                    "%d rows of letters %s high do not fit the %s zone on the %s; make it higher, or the rows fewer."
                            .formatted(
                                    line.rows(),
                                    mm(line.letterHeight()),
                                    word(zone.kind()),
                                    zone.face().word()));
        }
    }

    private static void apart(Zone one, Zone other) {
        if (one.keepClear() && other.keepClear() && one.overlaps(other)) {
            throw Refusal.invalid(
                    "CARD_BODY_ZONES_OVERLAP",
                    "The %s and the %s zone on the %s overlap, and both must stay clear; move one, or allow print under one."
                            .formatted(word(one.kind()), word(other.kind()), one.face().word()));
        }
    }

    private static boolean outside(int value, int least, int most) {
        return value < least || value > most;
    }

    private static String word(ZoneKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String mm(int micrometers) {
        return "%.2f mm".formatted(micrometers / 1000.0);
    }
}
