package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TlvWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * EF.COM: version and list of the data groups that there are (ICAO Doc 9303-10, 4.6.1).
 *
 * @param dataGroups in the order of their numbers
 */
public record CommonData(LdsVersion version, Set<ElementaryFile> dataGroups) {

    private static final Tag VERSION = Tag.of("5F01");
    private static final Tag UNICODE = Tag.of("5F36");
    private static final Tag LIST = Tag.of("5C");

    public CommonData {
        dataGroups = java.util.Collections.unmodifiableSet(new TreeSet<>(dataGroups));
    }

    public byte[] bytes() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        dataGroups.forEach(g -> list.writeBytes(g.tag().bytes()));
        TlvWriter parts =
                new TlvWriter()
                        .put(VERSION, ascii(version.digits()))
                        .put(UNICODE, ascii(LdsVersion.UNICODE))
                        .put(LIST, list.toByteArray());
        return new TlvWriter().put(ElementaryFile.COM.tag(), parts).toBytes();
    }

    /**
     * @throws MalformedFile STRUCTURE or VALUE
     */
    public static CommonData read(byte[] file) {
        return FileObjects.read(
                file,
                ElementaryFile.COM,
                parts -> {
                    LdsVersion version = version(parts.text(VERSION));
                    if (!parts.text(UNICODE).equals(LdsVersion.UNICODE)) {
                        throw new MalformedFile(Fault.VALUE);
                    }
                    Set<ElementaryFile> groups = new TreeSet<>();
                    for (byte tag : parts.value(LIST)) {
                        groups.add(group(tag & 0xFF));
                    }
                    return new CommonData(version, groups);
                },
                CommonData::bytes);
    }

    static LdsVersion version(String digits) {
        return Arrays.stream(LdsVersion.values())
                .filter(v -> v.digits().equals(digits))
                .findFirst()
                .orElseThrow(() -> new MalformedFile(Fault.VALUE));
    }

    private static ElementaryFile group(int tag) {
        return Arrays.stream(ElementaryFile.values())
                .filter(f -> f.dataGroup() != 0 && f.tag().value() == tag)
                .findFirst()
                .orElseThrow(() -> new MalformedFile(Fault.VALUE));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
