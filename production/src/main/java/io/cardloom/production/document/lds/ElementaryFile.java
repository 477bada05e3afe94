package io.cardloom.production.document.lds;

import io.cardloom.production.tlv.Tag;
import java.util.Arrays;
import java.util.Optional;

/** The files of a document, in the order in which they are stored (ICAO Doc 9303-10, 3.11). */
public enum ElementaryFile {
    /** What a reader has to know before it has access; in the master file, all others below. */
    CARD_ACCESS("EF.CardAccess", 0, 0x31, 0x011C),
    /** Which data groups there are. */
    COM("EF.COM", 0, 0x60, 0x011E),
    /** The machine readable zone. */
    DG1("EF.DG1", 1, 0x61, 0x0101),
    /** The holder's face. */
    DG2("EF.DG2", 2, 0x75, 0x0102),
    /** More about the holder. */
    DG11("EF.DG11", 11, 0x6B, 0x010B),
    /** More about the document. */
    DG12("EF.DG12", 12, 0x6C, 0x010C),
    /** What the chip can do for its security. */
    DG14("EF.DG14", 14, 0x6E, 0x010E),
    /** The key by which the chip proves that it is no copy. */
    DG15("EF.DG15", 15, 0x6F, 0x010F),
    /** The signed hashes of the data groups. */
    SOD("EF.SOD", 0, 0x77, 0x011D);

    private final String fileName;
    private final int dataGroup;
    private final int tag;
    private final int identifier;

    ElementaryFile(String fileName, int dataGroup, int tag, int identifier) {
        this.fileName = fileName;
        this.dataGroup = dataGroup;
        this.tag = tag;
        this.identifier = identifier;
    }

    /** By which the standard calls it. */
    public String fileName() {
        return fileName;
    }

    /** The number of the data group; 0 when it is none. */
    public int dataGroup() {
        return dataGroup;
    }

    /** The tag of the file's one data object; a SET for {@link #CARD_ACCESS}. */
    public Tag tag() {
        return new Tag(tag);
    }

    /** Two bytes by which the file is selected; the lower five bits are its short identifier. */
    public int identifier() {
        return identifier;
    }

    static Optional<ElementaryFile> ofDataGroup(int number) {
        return Arrays.stream(values())
                .filter(f -> f.dataGroup == number && number != 0)
                .findFirst();
    }
}
