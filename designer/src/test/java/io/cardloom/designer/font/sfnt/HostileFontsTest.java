package io.cardloom.designer.font.sfnt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.fixture.CompactFonts;
import io.cardloom.designer.fixture.FontForge;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HostileFontsTest {

    private static final byte[] PLEX = FontForge.shipped("plex-sans-400.ttf");
    private static final byte[] MONO = FontForge.shipped("plex-mono-400.ttf");

    private static FontForge plex() {
        return FontForge.of(PLEX);
    }

    private static void refused(String code, byte[] file) {
        assertThatThrownBy(() -> FontCheck.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void damaged(String table, byte[] file) {
        assertThatThrownBy(() -> FontCheck.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo("FONT_DAMAGED");
                            assertThat(refusal.sentence()).contains("'" + table + "'");
                        });
    }

    private static byte[] text(String words) {
        return Arrays.copyOf(words.getBytes(StandardCharsets.ISO_8859_1), 400);
    }

    @Test
    void refusesWhatIsNoFontOfOneFace() {
        refused("FONT_FORMAT", text("<html>"));
        refused("FONT_FORMAT", new byte[] {0, 1});
        refused("FONT_COLLECTION", text("ttcf"));
        refused("FONT_WOFF", text("wOFF"));
        refused("FONT_WOFF", text("wOF2"));
        refused("FONT_TYPE_ONE", text("%!PS-AdobeFont-1.0"));
        refused("FONT_TYPE_ONE", text("\u0080\1\0\0"));
        refused(
                "FONT_VARIABLE",
                plex().without("glyf").without("loca").put("CFF2", new byte[20]).file());
        refused("FONT_OUTLINES_MISSING", plex().without("glyf").put("CBDT", new byte[20]).file());
    }

    @Test
    void refusesWhatItsMakerForbids() {
        refused("FONT_EMBEDDING_RESTRICTED", plex().u16("OS/2", 8, 2).file());
        refused("FONT_EMBEDDING_BITMAPS", plex().u16("OS/2", 8, 0x208).file());
        refused("FONT_RIGHTS_MISSING", plex().without("OS/2").file());
    }

    @Test
    void refusesAFontWithoutLettersOrName() {
        byte[] cmap = plex().table("cmap").clone();
        for (int at = 4; at < 4 + 8 * ByteBuffer.wrap(cmap).getShort(2); at += 8) {
            ByteBuffer.wrap(cmap).putShort(at, (short) 3).putShort(at + 2, (short) 0);
        }
        refused("FONT_LATIN_MISSING", plex().put("cmap", cmap).file());
        refused("FONT_NAME_MISSING", plex().put("name", new byte[] {0, 0, 0, 0, 0, 6}).file());
    }

    @Test
    void refusesTablesThatLieOutsideOfTheFileOrOverEachOther() {
        refused("FONT_DAMAGED", Arrays.copyOf(PLEX, 10));
        refused("FONT_DAMAGED", Arrays.copyOf(PLEX, 100));
        refused("FONT_DAMAGED", Arrays.copyOf(PLEX, PLEX.length / 2));
        byte[] last = PLEX.clone();
        ByteBuffer bytes = ByteBuffer.wrap(last);
        bytes.putInt(12 + 8, bytes.getInt(12 + 16 + 8));
        damaged(tag(1), last);
        bytes.putInt(12 + 8, 20);
        damaged(tag(0), last);
        bytes.putInt(12 + 8, 0x7fffffff);
        damaged(tag(0), last);
        bytes.putInt(12 + 8, 0xfffffff0);
        refused("FONT_DAMAGED", last);
        byte[] twice = PLEX.clone();
        System.arraycopy(twice, 12, twice, 12 + 16, 4);
        damaged(tag(0), twice);
        byte[] many = PLEX.clone();
        ByteBuffer.wrap(many).putShort(4, (short) 5_000);
        refused("FONT_DAMAGED", many);
    }

    private static String tag(int i) {
        return new String(PLEX, 12 + 16 * i, 4, StandardCharsets.US_ASCII).strip();
    }

    @Test
    void refusesEachTableThatIsMissingOrCut() {
        for (String tag : new String[] {"head", "hhea", "hmtx", "maxp", "cmap", "name", "loca"}) {
            damaged(tag, plex().without(tag).file());
            damaged(tag, plex().cut(tag, 5).file());
        }
        damaged("glyf", plex().cut("glyf", 200).file());
        damaged("OS/2", plex().cut("OS/2", 60).file());
        damaged("post", plex().cut("post", 8).file());
        damaged("GPOS", plex().cut("GPOS", 40).file());
        damaged("GSUB", plex().cut("GSUB", 40).file());
        damaged("GDEF", plex().cut("GDEF", 6).file());
    }

    @Test
    void refusesNumbersThatCannotBe() {
        damaged("head", plex().u32("head", 12, 7).file());
        damaged("head", plex().u16("head", 18, 0).file());
        damaged("head", plex().u16("head", 18, 65_535).file());
        damaged("head", plex().u16("head", 50, 2).file());
        damaged("hhea", plex().u16("hhea", 4, 0).file());
        damaged("hhea", plex().u16("hhea", 6, 900).file());
        damaged("hhea", plex().u16("hhea", 34, 0).file());
        damaged("hhea", plex().u16("hhea", 34, 65_535).file());
        damaged("maxp", plex().u16("maxp", 4, 0).file());
        damaged("maxp", plex().u32("maxp", 0, 0x5000).file());
        damaged("OS/2", plex().u16("OS/2", 0, 9).file());
        damaged("OS/2", plex().u16("OS/2", 4, 0).file());
        damaged("name", plex().u16("name", 0, 7).file());
        damaged("name", plex().u16("name", 4, 65_535).file());
        damaged("name", plex().u16("name", 6 + 10, 65_535).file());
        damaged("GPOS", plex().u16("GPOS", 0, 3).file());
        damaged("GPOS", plex().u16("GPOS", 8, 65_535).file());
    }

    @Test
    void refusesCharacterMapsThatRunWildOrInTheWrongOrder() {
        damaged("cmap", plex().put("cmap", groups(new int[] {65, 65 + 0xffffff, 1})).file());
        damaged(
                "cmap",
                plex().put("cmap", groups(new int[] {97, 98, 1}, new int[] {65, 66, 1})).file());
        damaged("cmap", plex().put("cmap", groups(new int[] {65, 66, 65_000})).file());
        damaged("cmap", plex().put("cmap", groups(new int[] {66, 65, 1})).file());
        byte[] cut = groups(new int[] {65, 66, 1});
        ByteBuffer.wrap(cut).putInt(12 + 12, 0x7ffffff0);
        damaged("cmap", plex().put("cmap", cut).file());
    }

    private static byte[] groups(int[]... groups) {
        ByteBuffer cmap = ByteBuffer.allocate(12 + 16 + 12 * groups.length);
        cmap.putShort((short) 0).putShort((short) 1).putShort((short) 3).putShort((short) 10);
        cmap.putInt(12).putShort((short) 12).putShort((short) 0).putInt(16 + 12 * groups.length);
        cmap.putInt(0).putInt(groups.length);
        for (int[] group : groups) {
            cmap.putInt(group[0]).putInt(group[1]).putInt(group[2]);
        }
        return cmap.array();
    }

    /** A letter that is made of itself, and one that grows with each step. */
    @Test
    void refusesLettersThatAreComposedOfThemselvesOrWithoutMeasure() {
        damaged("glyf", composed(glyph -> new int[] {glyph[0]}));
        damaged("glyf", composed(glyph -> new int[] {(glyph[0] + 1) % 200}));
        damaged("glyf", composed(glyph -> new int[] {glyph[0] + 1}));
        int[] many = new int[200];
        damaged(
                "glyf",
                composed(
                        glyph -> {
                            Arrays.fill(many, glyph[0] == 5 ? 250 : glyph[0] + 1);
                            return glyph[0] > 6 ? new int[] {250} : many;
                        }));
        damaged("glyf", composed(glyph -> new int[] {65_000}));
        int[] endless = new int[5_000];
        damaged("glyf", composed(glyph -> endless));
    }

    /** The first 200 letters composed of these, the others as they were. */
    private static byte[] composed(UnaryOperator<int[]> parts) {
        FontForge forge = plex();
        ByteBuffer loca = ByteBuffer.wrap(forge.table("loca"));
        boolean wide = ByteBuffer.wrap(forge.table("head")).getShort(50) == 1;
        byte[] glyf = forge.table("glyf");
        int glyphs = ByteBuffer.wrap(forge.table("maxp")).getShort(4);
        ByteBuffer offsets = ByteBuffer.allocate(4 * (glyphs + 1));
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int glyph = 0; glyph < glyphs; glyph++) {
            offsets.putInt(out.size());
            if (glyph > 0 && glyph < 200) {
                int[] of = parts.apply(new int[] {glyph});
                ByteBuffer made = ByteBuffer.allocate(10 + 6 * of.length);
                made.putShort((short) -1).putLong(0);
                for (int i = 0; i < of.length; i++) {
                    made.putShort((short) (2 | (i + 1 < of.length ? 0x20 : 0)));
                    made.putShort((short) of[i]).putShort((short) 0);
                }
                out.writeBytes(made.array());
            } else {
                int from = wide ? loca.getInt(4 * glyph) : 2 * (loca.getShort(2 * glyph) & 0xffff);
                int to =
                        wide
                                ? loca.getInt(4 * glyph + 4)
                                : 2 * (loca.getShort(2 * glyph + 2) & 0xffff);
                out.write(glyf, from, to - from);
            }
        }
        offsets.putInt(out.size());
        return forge.put("glyf", out.toByteArray())
                .put("loca", offsets.array())
                .u16("head", 50, 1)
                .file();
    }

    @Test
    void refusesDrawingsThatCallThemselvesOrNeverEnd() {
        byte[] itself = {(byte) (139 - 107), 29, 11};
        damaged("CFF", CompactFonts.calling(PLEX, itself));
        byte[] twice = {(byte) (139 - 107), 29, (byte) (139 - 107), 29, 11};
        damaged("CFF", CompactFonts.calling(PLEX, twice));
        damaged("CFF", CompactFonts.calling(PLEX, new byte[] {(byte) 140, 29, 11}));
        byte[] numbers = new byte[100];
        Arrays.fill(numbers, (byte) 139);
        damaged("CFF", CompactFonts.calling(PLEX, numbers));
        damaged("CFF", CompactFonts.calling(PLEX, new byte[] {12, 24}));
        assertThat(FontCheck.read(CompactFonts.calling(PLEX, new byte[] {11})).trueType())
                .isFalse();
    }

    @Test
    void refusesOrTakesTenThousandDamagedFontsAndNeverFails() throws Exception {
        byte[] small = FontForge.small(PLEX);
        byte[][] whole = {small, FontForge.small(MONO), CompactFonts.of(small)};
        for (byte[] file : whole) {
            assertThat(FontCheck.read(file).signs()).isEqualTo(95);
        }
        Random random = new Random(20_261_122);
        int taken = 0;
        long longest = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] file = mutated(whole[i % whole.length], random);
            long before = System.nanoTime();
            try {
                FontCheck.read(file);
                taken++;
            } catch (Refusal refusal) {
                assertThat(refusal.code()).startsWith("FONT_");
            }
            longest = Math.max(longest, System.nanoTime() - before);
        }
        assertThat(taken).as("some hit what draws nothing").isBetween(1, 9_999);
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(2));
    }

    /** Most mutations hit the list of tables or a table's head, where they hurt. */
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] file = whole.clone();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int n = random.nextInt(4); n >= 0; n--) {
            int table = random.nextInt(1 + (bytes.getShort(4) & 15));
            int from = Math.clamp(bytes.getInt(12 + 16 * table + 8), 0, file.length - 1);
            int at =
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(12 + 16 * 16);
                        case 1 -> from + random.nextInt(Math.min(64, file.length - from));
                        case 2 -> from + random.nextInt(Math.min(4_096, file.length - from));
                        default -> random.nextInt(file.length);
                    };
            file[at] = random.nextInt(3) == 0 ? (byte) 0xff : (byte) random.nextInt();
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }
}
