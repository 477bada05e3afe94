package io.cardloom.production.tlv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DolTest {

    /** A usual CDOL1: amounts, country, TVR, currency, date, type, unpredictable number. */
    private static final byte[] CDOL1 = TlvTest.hex("9F02069F03069F1A0295055F2A029A039C019F3704");

    @Test
    void readsAListAndWritesItAgain() {
        Dol dol = Dol.parse(CDOL1);
        assertThat(dol.entries()).hasSize(8);
        assertThat(dol.entries().getFirst()).isEqualTo(new Dol.Entry(Tag.of("9F02"), 6));
        assertThat(dol.dataLength()).isEqualTo(29);
        assertThat(dol.toBytes()).isEqualTo(CDOL1);
        assertThat(Dol.parse(new byte[0]).toBytes()).isEmpty();
    }

    /** EMV Book 3, 5.4: what is cut, what is filled, what is zeros. */
    @Test
    void fitsValuesAsTheirFormatsSay() {
        Map<Tag, byte[]> values =
                Map.of(
                        Tag.of("9F02"), TlvTest.hex("000000012345"),
                        Tag.of("5A"), TlvTest.hex("9999001234567890"),
                        Tag.of("95"), TlvTest.hex("8000000001"),
                        Tag.of("70"), TlvTest.hex("5A0112"),
                        Tag.of("DF01"), TlvTest.hex("AABB"));
        assertThat(fill("9F0204", values)).isEqualTo(TlvTest.hex("00012345"));
        assertThat(fill("9F0208", values)).isEqualTo(TlvTest.hex("0000000000012345"));
        assertThat(fill("5A0A", values)).isEqualTo(TlvTest.hex("9999001234567890FFFF"));
        assertThat(fill("5A03", values)).isEqualTo(TlvTest.hex("999900"));
        assertThat(fill("9506", values)).isEqualTo(TlvTest.hex("800000000100"));
        assertThat(fill("9501", values)).isEqualTo(TlvTest.hex("80"));
        assertThat(fill("7003", values)).isEqualTo(new byte[3]);
        assertThat(fill("9F3704", values)).isEqualTo(new byte[4]);
        assertThat(fill("DF0103", values)).isEqualTo(TlvTest.hex("AABB00"));
    }

    @Test
    void refusesAListThatEndsBehindATag() {
        assertThatThrownBy(() -> Dol.parse(TlvTest.hex("9F02069F37")))
                .isInstanceOf(MalformedTlv.class);
        assertThatThrownBy(() -> Dol.parse(TlvTest.hex("9F02069F")))
                .isInstanceOf(MalformedTlv.class);
        assertThatThrownBy(() -> Dol.parse(TlvTest.hex("0006"))).isInstanceOf(MalformedTlv.class);
        assertThatThrownBy(() -> new Dol.Entry(Tag.of("5A"), 256)).isInstanceOf(MalformedTlv.class);
    }

    @Test
    void readsBackTenThousandRandomListsAndRefusesChangedOnes() {
        Random random = new Random(54);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            List<Dol.Entry> entries = new ArrayList<>();
            for (int n = random.nextInt(12); n > 0; n--) {
                entries.add(new Dol.Entry(TlvTest.tag(random), random.nextInt(256)));
            }
            Dol dol = new Dol(entries);
            assertThat(Dol.parse(dol.toBytes())).isEqualTo(dol);
            assertThat(dol.fill(Map.of(), TagDictionary.emv())).hasSize(dol.dataLength());
            byte[] changed = TlvTest.mutated(random, dol.toBytes());
            try {
                assertThat(Dol.parse(changed).toBytes()).isEqualTo(changed);
            } catch (MalformedTlv e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static byte[] fill(String list, Map<Tag, byte[]> values) {
        return Dol.parse(TlvTest.hex(list)).fill(values, TagDictionary.emv());
    }
}
