package io.cardloom.designer.font.sfnt;

import io.cardloom.tenancy.refusal.Refusal;

/** The table {@code OS/2}: how heavy the face is, and what may be done with it. */
final class Rights {

    private static final int RESTRICTED = 2;
    private static final int PREVIEW_AND_PRINT = 4;
    private static final int EDITABLE = 8;
    private static final int NO_SUBSETTING = 0x100;
    private static final int BITMAPS_ONLY = 0x200;
    private static final int ITALIC = 1;
    private static final int OBLIQUE = 0x200;

    private final Table table;
    private final int length;

    /**
     * @throws Refusal {@code FONT_RIGHTS_MISSING} or {@code FONT_DAMAGED}
     */
    Rights(Directory directory) {
        Table found = directory.find("OS/2");
        if (found == null) {
            throw Refused.rightsMissing();
        }
        this.table = found;
        int version = table.u16(0);
        if (version > 5) {
            throw table.damaged("is of a version that is not known");
        }
        this.length =
                switch (version) {
                    case 0 -> 78;
                    case 1 -> 86;
                    case 5 -> 100;
                    default -> 96;
                };
        table.require(length);
        int weight = table.u16(4);
        if (weight < 1 || weight > 1_000) {
            throw table.damaged("gives an impossible weight");
        }
    }

    /**
     * The least strict of what the file says, as the format has it for older files that say several
     * things.
     *
     * @throws Refusal {@code FONT_EMBEDDING_RESTRICTED} or {@code FONT_EMBEDDING_BITMAPS}
     */
    Embedding embedding() {
        int bits = table.u16(8);
        if ((bits & BITMAPS_ONLY) != 0) {
            throw Refused.bitmapsOnly();
        }
        if ((bits & EDITABLE) != 0) {
            return Embedding.EDITABLE;
        }
        if ((bits & PREVIEW_AND_PRINT) != 0) {
            return Embedding.PREVIEW_AND_PRINT;
        }
        if ((bits & RESTRICTED) != 0) {
            throw Refused.restricted();
        }
        return Embedding.INSTALLABLE;
    }

    /** Whether a document may carry a part of the font. */
    boolean subsetting() {
        return (table.u16(8) & NO_SUBSETTING) == 0;
    }

    /** 1 to 1,000; 400 is regular. */
    int weight() {
        return table.u16(4);
    }

    boolean italic() {
        int selection = table.u16(62);
        return (selection & ITALIC) != 0 || table.u16(0) >= 4 && (selection & OBLIQUE) != 0;
    }

    byte[] remade() {
        return table.part(0, length).bytes();
    }
}
