package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.tlv.MalformedTlv;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TlvReader;
import io.cardloom.production.tlv.TlvWriter;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form that data groups 11 and 12 share (ICAO Doc 9303-10, 4.7.11 and 4.7.12): a list of tags,
 * then texts in its order. Names of others, of which there may be several, stand in a group with
 * their number before them; the list names them by their own tag.
 */
final class DetailTags {

    private static final Tag LIST = Tag.of("5C");
    private static final Tag GROUP = Tag.of("A0");
    private static final Tag NUMBER = Tag.of("02");
    private static final int MAX_NAMES = 99;
    private static final int MAX_BYTES = 1024;

    private final ElementaryFile which;
    private final Tag repeated;
    private final List<Tag> order;

    /**
     * @param repeated the tag of others' names
     */
    DetailTags(ElementaryFile which, String repeated, String... order) {
        this.which = which;
        this.repeated = Tag.of(repeated);
        this.order = java.util.Arrays.stream(order).map(Tag::of).toList();
    }

    /** Writes what is there, in the group's order; an empty text is left out. */
    byte[] bytes(Map<String, List<String>> texts) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        TlvWriter objects = new TlvWriter();
        for (Tag tag : order) {
            List<String> values = texts.getOrDefault(tag.toString(), List.of());
            if (values.isEmpty() || values.equals(List.of(""))) {
                continue;
            }
            list.writeBytes(tag.bytes());
            if (tag.equals(repeated)) {
                objects.put(GROUP, names(values));
            } else {
                objects.put(tag, utf8(values.getFirst()));
            }
        }
        TlvWriter all = new TlvWriter().put(LIST, list.toByteArray());
        byte[] content = concat(all.toBytes(), objects.toBytes());
        return new TlvWriter().put(which.tag(), content).toBytes();
    }

    /** Reads what is there, by tag. */
    Map<String, List<String>> read(byte[] file) {
        try {
            return FileObjects.read(file, which, this::texts, this::bytes);
        } catch (Refusal e) {
            throw new MalformedFile(Fault.VALUE);
        }
    }

    private Map<String, List<String>> texts(FileObjects objects) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        byte[] list = objects.value(LIST);
        if (list.length % 2 != 0) {
            throw new MalformedFile(Fault.VALUE);
        }
        for (int i = 0; i < list.length; i += 2) {
            int value = (list[i] & 0xFF) << 8 | list[i + 1] & 0xFF;
            Tag tag =
                    order.stream()
                            .filter(t -> t.value() == value)
                            .findFirst()
                            .orElseThrow(() -> new MalformedFile(Fault.VALUE));
            texts.put(
                    tag.toString(),
                    tag.equals(repeated)
                            ? readNames(objects.value(GROUP))
                            : List.of(objects.text(tag)));
        }
        return texts;
    }

    private TlvWriter names(List<String> names) {
        if (names.size() > MAX_NAMES) {
            throw tooMuch();
        }
        TlvWriter group = new TlvWriter().put(NUMBER, new byte[] {(byte) names.size()});
        names.forEach(name -> group.put(repeated, utf8(name)));
        return group;
    }

    private List<String> readNames(byte[] group) {
        List<String> names = new ArrayList<>();
        try {
            TlvReader reader = TlvReader.over(group);
            // The number is written anew and compared, so that it need not be read.
            if (!reader.next() || !reader.tag().equals(NUMBER)) {
                throw new MalformedFile(Fault.STRUCTURE);
            }
            while (reader.next()) {
                if (!reader.tag().equals(repeated) || names.size() == MAX_NAMES) {
                    throw new MalformedFile(Fault.STRUCTURE);
                }
                names.add(FileObjects.utf8(reader.value()));
            }
        } catch (MalformedTlv e) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
        return names;
    }

    private static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES || text.codePoints().anyMatch(Character::isISOControl)) {
            throw tooMuch();
        }
        return bytes;
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] all = java.util.Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    private static Refusal tooMuch() {
        return Refusal.invalid(
                "DOCUMENT_DETAIL",
                "A detail of the document has at most 1,024 bytes of text without control"
                        + " characters, and there are at most 99 other names.");
    }
}
