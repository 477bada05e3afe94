package io.cardloom.tenancy.database;

import java.util.Locale;

/** What is looked for by a part of it: the pattern of {@code lower(x) like :pattern escape '!'}. */
public final class Containing {

    private Containing() {}

    /**
     * The pattern that finds whatever has this part, in small or capital letters; every character
     * of it stands for itself. An empty part finds all.
     */
    public static String pattern(String part) {
        String escaped = part.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return "%" + escaped + "%";
    }
}
