package io.cardloom.production.tlv;

import java.io.ByteArrayOutputStream;

/**
 * Writes data objects one after the other, each length in as few bytes as it can have (ISO/IEC
 * 7816-4, EMV Book 3 Annex B2). For one thread.
 */
public final class TlvWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * Adds an object with this value, which may be empty; of a constructed one it has to be data
     * objects, which is not checked.
     */
    public TlvWriter put(Tag tag, byte[] value) {
        out.writeBytes(tag.bytes());
        length(value.length);
        out.writeBytes(value);
        return this;
    }

    /**
     * Adds a constructed object around what the other writer holds.
     *
     * @throws IllegalArgumentException when the tag is primitive
     */
    public TlvWriter put(Tag tag, TlvWriter inside) {
        if (!tag.isConstructed()) {
            throw new IllegalArgumentException("a primitive tag holds no data objects");
        }
        return put(tag, inside.toBytes());
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }

    private void length(int length) {
        if (length > 0x7F) {
            int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i > 0; i--) {
                out.write(length >> 8 * i);
            }
        }
        out.write(length);
    }

    @Override
    public String toString() {
        return "TlvWriter[REDACTED]";
    }
}
