package io.cardloom.production.document.entry;

import io.cardloom.production.document.DocumentRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** One document of a list as it is kept: what the list says, to be read anew, and the picture. */
public final class DocumentEntry {

    /** None that an account record has, so that neither is taken for the other. */
    private static final int FORM = 16;

    private static final int TYPICAL = 32_768;

    private final Map<EntryField, String> texts;
    private final byte[] face;

    /**
     * @param texts of all fields but the face; what is missing is empty
     * @param face the picture's bytes
     */
    public DocumentEntry(Map<EntryField, String> texts, byte[] face) {
        this.texts = new EnumMap<>(EntryField.class);
        texts.forEach(
                (field, text) -> {
                    if (!text.isEmpty() && field != EntryField.FACE) {
                        this.texts.put(field, text);
                    }
                });
        this.face = face.clone();
    }

    /** Empty when the list does not say it. */
    String text(EntryField field) {
        return texts.getOrDefault(field, "");
    }

    byte[] face() {
        return face.clone();
    }

    /** About how much memory and storage it takes. */
    public int size() {
        return face.length + texts.values().stream().mapToInt(String::length).sum();
    }

    /** The State that issues the document, by which and its number it is known. */
    public String issuingState() {
        return text(EntryField.ISSUING_STATE);
    }

    /** Unique among the State's documents. */
    public String documentNumber() {
        return text(EntryField.DOCUMENT_NUMBER);
    }

    /**
     * The document that this says; it was read so before it was kept.
     *
     * @throws IllegalStateException when it does not read; nothing of it is repeated
     */
    public DocumentRecord record() {
        return EntryReading.of(
                this,
                (field, reason) -> {
                    throw new IllegalStateException(
                            "a kept document that does not read: " + reason.code());
                });
    }

    /** All of it as bytes, to be sealed at once; {@link #fromBytes} reads them. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeByte(texts.size());
            for (Map.Entry<EntryField, String> text : texts.entrySet()) {
                out.writeUTF(text.getKey().name());
                out.writeUTF(text.getValue());
            }
            out.writeInt(face.length);
            out.write(face);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IllegalArgumentException when the bytes are no document of a known form; their
     *     content is not repeated
     */
    public static DocumentEntry fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new IllegalArgumentException("a document of an unknown form");
            }
            Map<EntryField, String> texts = new EnumMap<>(EntryField.class);
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                texts.put(EntryField.valueOf(in.readUTF()), in.readUTF());
            }
            int length = in.readInt();
            if (length != in.available()) {
                throw new IllegalArgumentException("a document that is cut short");
            }
            return new DocumentEntry(texts, in.readNBytes(length));
        } catch (IOException e) {
            throw new IllegalArgumentException("a document that is cut short", e);
        }
    }

    @Override
    public String toString() {
        return "DocumentEntry[REDACTED]";
    }
}
