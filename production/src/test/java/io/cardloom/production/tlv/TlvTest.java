package io.cardloom.production.tlv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.payneteasy.tlv.BerTag;
import com.payneteasy.tlv.BerTlvParser;
import com.payneteasy.tlv.BerTlvs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlvTest {

    /** An FCI as EMV Book 1, 11.3.4 lays it out. */
    private static final String FCI = "6F1A840E315041592E5359532E4444463031A5088801015F2D02656E";

    @Test
    void readsTheObjectsOfAnFci() {
        List<String> seen = new ArrayList<>();
        TlvReader.walk(
                hex(FCI),
                (depth, object) -> seen.add(depth + " " + object.tag() + " " + object.length()));
        assertThat(seen).containsExactly("0 6F 26", "1 84 14", "1 A5 8", "2 88 1", "2 5F2D 2");
        assertThat(TlvReader.find(hex(FCI), Tag.of("5F2D"))).contains("en".getBytes(UTF_8));
        assertThat(TlvReader.find(hex(FCI), Tag.of("9F38"))).isEmpty();
    }

    @Test
    void readsOverFillingBeforeBetweenAndAfterObjects() {
        TlvReader reader = TlvReader.over(hex("00005A0212340000005F340101000000"));
        assertThat(reader.next()).isTrue();
        assertThat(reader.value()).isEqualTo(hex("1234"));
        assertThat(reader.next()).isTrue();
        assertThat(reader.tag()).isEqualTo(Tag.of("5F34"));
        assertThat(reader.next()).isFalse();
        assertThatThrownBy(reader::tag).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "5A80, INDEFINITE",
        "5A0212, TRUNCATED",
        "5A, TRUNCATED",
        "9F, TRUNCATED",
        "9F81, TRUNCATED",
        "9F800101AA, TAG",
        "9F818101, TAG",
        "9F0001AA, TAG",
        "5A8501020304051122, LENGTH",
        "5AFF, LENGTH",
        "5A8480000001AA, TRUNCATED",
        "5A84FFFFFFFFAA, TRUNCATED",
        "5A82, TRUNCATED",
        "6F045A0312, TRUNCATED"
    })
    void refusesWhatIsNoDataObject(String hex, MalformedTlv.Fault fault) {
        assertThatThrownBy(() -> TlvReader.walk(hex(hex), (depth, object) -> {}))
                .isInstanceOfSatisfying(
                        MalformedTlv.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @ParameterizedTest
    @CsvSource({"00", "1F", "9F80", "9F0", "FF8080", "9F818180", "5A5A", "zz"})
    void refusesWhatIsNoTag(String hex) {
        assertThatThrownBy(() -> Tag.of(hex)).isInstanceOf(MalformedTlv.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5A00",
        "1, 5A01",
        "127, 5A7F",
        "128, 5A8180",
        "255, 5A81FF",
        "256, 5A820100",
        "65535, 5A82FFFF",
        "65536, 5A83010000",
        "16777216, 5A8401000000"
    })
    void writesEachLengthAsShortAsItCanBe(int length, String head) {
        byte[] written = new TlvWriter().put(Tag.of("5A"), new byte[length]).toBytes();
        assertThat(HexFormat.of().withUpperCase().formatHex(written, 0, head.length() / 2))
                .isEqualTo(head);
        assertThat(written).hasSize(head.length() / 2 + length);
    }

    @Test
    void refusesToPutObjectsIntoAPrimitiveOne() {
        assertThatThrownBy(() -> new TlvWriter().put(Tag.of("5A"), new TlvWriter()))
                .isInstanceOf(IllegalArgumentException.class);
        TlvReader reader = TlvReader.over(hex("5A0112"));
        reader.next();
        assertThatThrownBy(reader::inside).isInstanceOf(IllegalStateException.class);
    }

    /** 200,000 levels, each of five bytes of head; a reader that calls itself would fall. */
    @Test
    void readsDeepNestingWithoutStack() {
        int levels = 200_000;
        byte[] deep = new byte[levels * 6];
        for (int i = 0; i < levels; i++) {
            int rest = deep.length - 6 * (i + 1);
            byte[] head = {
                0x70,
                (byte) 0x84,
                (byte) (rest >> 24),
                (byte) (rest >> 16),
                (byte) (rest >> 8),
                (byte) rest
            };
            System.arraycopy(head, 0, deep, 6 * i, 6);
        }
        int[] deepest = new int[1];
        TlvReader.walk(deep, (depth, object) -> deepest[0] = Math.max(deepest[0], depth));
        assertThat(deepest[0]).isEqualTo(levels - 1);
    }

    @Test
    void readsBackTenThousandRandomObjectsAsTheOtherReaderDoes() {
        Random random = new Random(7_816);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = objects(random, 3).toBytes();
            BerTlvs theirs = new BerTlvParser().parse(bytes, 0, bytes.length);
            TlvWriter again = new TlvWriter();
            TlvReader reader = TlvReader.over(bytes);
            int count = 0;
            while (reader.next()) {
                again.put(reader.tag(), reader.value());
                assertThat(theirs.getList().get(count).getTag())
                        .isEqualTo(new BerTag(reader.tag().bytes()));
                if (!reader.tag().isConstructed()) {
                    assertThat(theirs.getList().get(count).getBytesValue())
                            .isEqualTo(reader.value());
                }
                count++;
            }
            assertThat(theirs.getList()).hasSize(count);
            assertThat(again.toBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void throwsNothingButTheRefusalForTenThousandChangedInputs() {
        Random random = new Random(7_817);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = mutated(random, objects(random, 3).toBytes());
            try {
                TlvReader.walk(bytes, (depth, object) -> object.value());
            } catch (MalformedTlv e) {
                refused++;
                assertThat(e.offset()).isBetween(0, bytes.length);
            }
        }
        assertThat(refused).isBetween(1_000, 9_999);
    }

    static TlvWriter objects(Random random, int depth) {
        TlvWriter writer = new TlvWriter();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            Tag tag = tag(random);
            if (tag.isConstructed()) {
                writer.put(tag, depth == 0 ? new TlvWriter() : objects(random, depth - 1));
            } else {
                byte[] value = new byte[random.nextInt(10) == 0 ? random.nextInt(400) : 9];
                random.nextBytes(value);
                writer.put(tag, value);
            }
        }
        return writer;
    }

    static Tag tag(Random random) {
        while (true) {
            try {
                return new Tag(random.nextInt(1 << 8 * random.nextInt(1, 4)));
            } catch (MalformedTlv e) {
                continue;
            }
        }
    }

    /** A few bytes changed, and now and then cut short. */
    static byte[] mutated(Random random, byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = random.nextInt(1, 4); i > 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        return random.nextInt(3) == 0
                ? Arrays.copyOf(changed, random.nextInt(changed.length + 1))
                : changed;
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
