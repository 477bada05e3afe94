package io.cardloom.production.intake.form;

import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a list writes expiry dates; a whole date (2029-12-31) is understood beside each. */
public enum ExpiryForm {
    YYMM("YYMM, as in 2912", "(?<y>[0-9]{2})(?<m>[0-9]{2})"),
    MMYY("MMYY, as in 1229", "(?<m>[0-9]{2})(?<y>[0-9]{2})"),
    MM_YY("MM/YY, as in 12/29", "(?<m>[0-9]{1,2})[/.-](?<y>[0-9]{2})"),
    MM_YYYY("MM/YYYY, as in 12/2029", "(?<m>[0-9]{1,2})[/.-]20(?<y>[0-9]{2})"),
    YYYY_MM("YYYY-MM, as in 2029-12", "20(?<y>[0-9]{2})[/.-]?(?<m>[0-9]{2})");

    private static final Pattern DAY = Pattern.compile("20(?<y>[0-9]{2})-(?<m>[0-9]{2})-[0-9]{2}");

    private final String words;
    private final Pattern pattern;

    ExpiryForm(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern);
    }

    /** For people, with an example. */
    public String words() {
        return words;
    }

    /**
     * @throws Refusal {@code EXPIRY_FORMAT}
     */
    ExpiryDate read(String text) {
        Matcher own = pattern.matcher(text);
        Matcher day = DAY.matcher(text);
        Matcher found = own.matches() ? own : day;
        if (found == day && !day.matches()) {
            throw Refusal.invalid("EXPIRY_FORMAT", "The expiry date is written " + words + ".");
        }
        String month = found.group("m");
        return new ExpiryDate(found.group("y") + (month.length() == 1 ? "0" : "") + month);
    }
}
