package io.cardloom.designer.font.sfnt;

/**
 * The frame of the tables {@code GSUB} and {@code GPOS} (OpenType, "common table formats"): scripts
 * name features, features name lookups, lookups lie in the table. What a lookup says is left to the
 * shaper, which checks it itself.
 */
final class Layout {

    private static final int NONE = 0xffff;
    private static final int MOST = 10_000;

    private final Table table;
    private final int extension;
    private int lookups;
    private int features;
    private boolean kerns;

    /**
     * @param extension the type of the lookups that only point to others: 7 or 9
     */
    Layout(Table table, int extension) {
        this.table = table;
        this.extension = extension;
        if (table.u16(0) != 1 || table.u16(2) > 1) {
            throw table.damaged("is not of the form that is known");
        }
        lookups();
        features();
        scripts();
    }

    private static int count(Table list, int at) {
        int count = list.u16(at);
        if (count > MOST) {
            throw list.damaged("counts more than %,d of something".formatted(MOST));
        }
        return count;
    }

    private void lookups() {
        int at = table.u16(8);
        if (at == 0) {
            return;
        }
        Table list = table.rest(at);
        lookups = count(list, 0);
        int left = MOST;
        for (int i = 0; i < lookups; i++) {
            Table lookup = list.rest(list.u16(2 + 2 * i));
            int type = lookup.u16(0);
            int subtables = count(lookup, 4);
            left -= subtables;
            if (type < 1 || type > extension || left < 0) {
                throw table.damaged("has lookups of no known kind, or too many");
            }
            for (int s = 0; s < subtables; s++) {
                subtable(lookup.rest(lookup.u16(6 + 2 * s)), type);
            }
        }
    }

    private void subtable(Table subtable, int type) {
        int format = subtable.u16(0);
        if (format < 1 || format > 3) {
            throw table.damaged("has a lookup of no known form");
        }
        if (type == extension) {
            int real = subtable.u16(2);
            if (format != 1 || real < 1 || real > 9 || real == extension) {
                throw table.damaged("has a lookup that points to no lookup");
            }
            subtable.rest(subtable.offset(4)).require(2);
        }
    }

    private void features() {
        int at = table.u16(6);
        if (at == 0) {
            return;
        }
        Table list = table.rest(at);
        features = count(list, 0);
        for (int i = 0; i < features; i++) {
            Table feature = list.rest(list.u16(6 + 6 * i));
            int used = count(feature, 2);
            for (int l = 0; l < used; l++) {
                if (feature.u16(4 + 2 * l) >= lookups) {
                    throw table.damaged("has a feature of lookups that are not there");
                }
            }
            kerns |= used > 0 && list.word(2 + 6 * i).equals("kern");
        }
    }

    private void scripts() {
        int at = table.u16(4);
        if (at == 0) {
            return;
        }
        Table list = table.rest(at);
        int scripts = count(list, 0);
        int left = MOST;
        for (int i = 0; i < scripts; i++) {
            Table script = list.rest(list.u16(6 + 6 * i));
            if (script.u16(0) != 0) {
                language(script.rest(script.u16(0)));
            }
            int languages = count(script, 2);
            left -= languages;
            if (left < 0) {
                throw table.damaged("names too many languages");
            }
            for (int l = 0; l < languages; l++) {
                language(script.rest(script.u16(8 + 6 * l)));
            }
        }
    }

    private void language(Table language) {
        int required = language.u16(2);
        if (required != NONE && required >= features) {
            throw table.damaged("has a language of features that are not there");
        }
        int used = count(language, 4);
        for (int i = 0; i < used; i++) {
            if (language.u16(6 + 2 * i) >= features) {
                throw table.damaged("has a language of features that are not there");
            }
        }
    }

    /** Whether the feature {@code kern} does something. */
    boolean kerns() {
        return kerns;
    }

    byte[] bytes() {
        return table.bytes();
    }
}
