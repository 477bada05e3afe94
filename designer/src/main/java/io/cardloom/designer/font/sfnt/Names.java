package io.cardloom.designer.font.sfnt;

import io.cardloom.tenancy.tenant.Name;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The table {@code name}: what the font says of itself, in English where it does. */
final class Names {

    private static final int COPYRIGHT = 0;
    private static final int FAMILY = 1;
    private static final int STYLE = 2;
    private static final int FULL = 4;
    private static final int POSTSCRIPT = 6;
    private static final int MAKER = 8;
    private static final int LICENCE = 13;
    private static final int LICENCE_ADDRESS = 14;
    private static final int TYPOGRAPHIC_FAMILY = 16;
    private static final int TYPOGRAPHIC_STYLE = 17;

    private static final int ENGLISH = 0x409;
    private static final int MOST_RECORDS = 4_096;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 2_000;

    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, Integer> ranks = new TreeMap<>();

    Names(Directory directory) {
        Table table = directory.require("name");
        int count = table.u16(2);
        if (table.u16(0) > 1 || count > MOST_RECORDS) {
            throw table.damaged("is not of the form that is known");
        }
        Table storage = table.rest(table.u16(4));
        for (int i = 0; i < count; i++) {
            int at = 6 + 12 * i;
            Table text = storage.part(table.u16(at + 10), table.u16(at + 8));
            take(table.u16(at), table.u16(at + 2), table.u16(at + 4), table.u16(at + 6), text);
        }
    }

    private void take(int platform, int encoding, int language, int id, Table text) {
        boolean known = id <= MAKER && id != 3 && id != 5 && id != 7 || id >= LICENCE && id <= 17;
        int rank = rank(platform, encoding, language);
        if (!known || id == 15 || rank <= ranks.getOrDefault(id, 0)) {
            return;
        }
        Charset charset = platform == 1 ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE;
        int longest = id == COPYRIGHT || id == LICENCE ? LONGEST_TEXT : LONGEST_NAME;
        String clean = clean(new String(text.bytes(), charset), longest);
        if (!clean.isEmpty()) {
            ranks.put(id, rank);
            texts.put(id, clean);
        }
    }

    private static int rank(int platform, int encoding, int language) {
        if (platform == 3 && (encoding == 1 || encoding == 10 || encoding == 0)) {
            return language == ENGLISH ? 5 : (language & 0x3ff) == 9 ? 4 : 2;
        }
        return platform == 0 ? 3 : platform == 1 && encoding == 0 && language == 0 ? 1 : 0;
    }

    private static String clean(String text, int longest) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(Names::visible)
                .limit(longest)
                .forEach(clean::appendCodePoint);
        return clean.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean visible(int c) {
        return Name.visible(c) && c != '\uFFFD';
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code FONT_NAME_MISSING}
     */
    String family() {
        String family = text(TYPOGRAPHIC_FAMILY, text(FAMILY, text(FULL, "")));
        if (family.isEmpty()) {
            throw Refused.nameless();
        }
        return family;
    }

    String style() {
        return text(TYPOGRAPHIC_STYLE, text(STYLE, "Regular"));
    }

    String copyright() {
        return text(COPYRIGHT, "");
    }

    /** The licence as the file has it; empty when it has none. */
    String licence() {
        String words = text(LICENCE, "");
        String address = text(LICENCE_ADDRESS, "");
        return words.contains(address) ? words : (words + " " + address).strip();
    }

    private String text(int id, String otherwise) {
        return texts.getOrDefault(id, otherwise);
    }

    /** The table with what was taken, in English on Windows. */
    byte[] remade() {
        Map<Integer, String> kept = new TreeMap<>(texts);
        kept.put(FAMILY, text(FAMILY, family()));
        kept.put(STYLE, text(STYLE, "Regular"));
        kept.put(FULL, text(FULL, family() + " " + style()));
        kept.put(POSTSCRIPT, postScript());
        ByteArrayOutputStream storage = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(6 + 12 * kept.size());
        head.putShort((short) 0).putShort((short) kept.size()).putShort((short) head.capacity());
        kept.forEach(
                (id, text) -> {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
                    head.putShort((short) 3).putShort((short) 1).putShort((short) ENGLISH);
                    head.putShort((short) (int) id).putShort((short) bytes.length);
                    head.putShort((short) storage.size());
                    storage.write(bytes, 0, bytes.length);
                });
        byte[] all = storage.toByteArray();
        return ByteBuffer.allocate(head.capacity() + all.length).put(head.array()).put(all).array();
    }

    private String postScript() {
        String name = text(POSTSCRIPT, family() + "-" + style());
        String plain = name.replaceAll("[^!-~]|[\\[\\](){}<>/%]", "");
        return plain.isEmpty() ? "Font" : plain.substring(0, Math.min(63, plain.length()));
    }
}
