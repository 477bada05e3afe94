package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.tlv.MalformedTlv;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TlvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** Reads a file's data objects, one after the other, where each has its place. */
final class FileObjects {

    private final TlvReader reader;

    private FileObjects(TlvReader reader) {
        this.reader = reader;
    }

    /**
     * Reads a file that has one object on the outside.
     *
     * @param parts reads what is in it; what it leaves is a fault
     * @param written how the result is written; the file has to be the same to the byte
     */
    static <T> T read(
            byte[] file,
            ElementaryFile which,
            Function<FileObjects, T> parts,
            Function<T, byte[]> written) {
        T read;
        try {
            FileObjects outside = new FileObjects(TlvReader.over(file));
            read = outside.inside(which.tag(), parts);
            outside.end();
        } catch (MalformedTlv e) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
        if (!Arrays.equals(written.apply(read), file)) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
        return read;
    }

    <T> T inside(Tag tag, Function<FileObjects, T> parts) {
        require(tag);
        FileObjects inside = new FileObjects(reader.inside());
        T read = parts.apply(inside);
        inside.end();
        return read;
    }

    byte[] value(Tag tag) {
        require(tag);
        return reader.value();
    }

    String text(Tag tag) {
        return utf8(value(tag));
    }

    private void require(Tag tag) {
        if (!reader.next() || !reader.tag().equals(tag)) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
    }

    private void end() {
        if (reader.next()) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFile(Fault.VALUE);
        }
    }
}
