package io.cardloom.production.tlv;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A data object list: tags and lengths, by which one side tells the other which values to send, one
 * after the other without tags (EMV Book 3, 5.4). PDOL, CDOL1, CDOL2, DDOL and TDOL are such.
 *
 * @param entries in their order
 */
public record Dol(List<Entry> entries) {

    /**
     * One place of the list.
     *
     * @param length 0 to 255 bytes
     */
    public record Entry(Tag tag, int length) {

        /**
         * @throws MalformedTlv LENGTH
         */
        public Entry {
            if (length < 0 || length > 0xFF) {
                throw new MalformedTlv(MalformedTlv.Fault.LENGTH, 0);
            }
        }
    }

    public Dol {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a list.
     *
     * @throws MalformedTlv TAG, TRUNCATED
     */
    public static Dol parse(byte[] data) {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < data.length) {
            Tag tag = Tag.read(data, at, data.length);
            at += tag.length();
            if (at == data.length) {
                throw new MalformedTlv(MalformedTlv.Fault.TRUNCATED, at);
            }
            entries.add(new Entry(tag, data[at++] & 0xFF));
        }
        return new Dol(entries);
    }

    /** The list as bytes; empty for a list without entries. */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            out.writeBytes(entry.tag().bytes());
            out.write(entry.length());
        }
        return out.toByteArray();
    }

    /** How many bytes the list asks for. */
    public int dataLength() {
        return entries.stream().mapToInt(Entry::length).sum();
    }

    /**
     * The values the list asks for, one after the other. What is not known and what is constructed
     * becomes zeros; a value of another length is cut or filled as its format says, one that is in
     * no dictionary as bytes are (EMV Book 3, 5.4).
     */
    public byte[] fill(Map<Tag, byte[]> values, TagDictionary dictionary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            byte[] value = entry.tag().isConstructed() ? null : values.get(entry.tag());
            TagFormat format =
                    dictionary.meaning(entry.tag()).map(TagMeaning::format).orElse(TagFormat.B);
            out.writeBytes(
                    value == null
                            ? new byte[entry.length()]
                            : format.fitted(value, entry.length()));
        }
        return out.toByteArray();
    }
}
