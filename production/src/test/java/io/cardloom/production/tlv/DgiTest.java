package io.cardloom.production.tlv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DgiTest {

    @ParameterizedTest
    @CsvSource({"0, 010100", "254, 0101FE", "255, 0101FF00FF", "65534, 0101FFFFFE"})
    void writesOneOrThreeBytesOfLength(int length, String head) {
        byte[] bytes = new Dgi(0x0101, new byte[length]).toBytes();
        byte[] begin = TlvTest.hex(head);
        assertThat(bytes).startsWith(begin).hasSize(begin.length + length);
    }

    @ParameterizedTest
    @CsvSource({
        "01, TRUNCATED",
        "0101, TRUNCATED",
        "010102AA, TRUNCATED",
        "0101FF, TRUNCATED",
        "0101FF00, TRUNCATED",
        "0101FF0002AA, TRUNCATED",
        "000001AA, TAG"
    })
    void refusesWhatIsNoGrouping(String hex, MalformedTlv.Fault fault) {
        assertThatThrownBy(() -> Dgi.parse(TlvTest.hex(hex)))
                .isInstanceOfSatisfying(
                        MalformedTlv.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void refusesNamesAndLengthsThatCannotBe() {
        assertThatThrownBy(() -> new Dgi(0, new byte[1])).isInstanceOf(MalformedTlv.class);
        assertThatThrownBy(() -> new Dgi(0x10000, new byte[1])).isInstanceOf(MalformedTlv.class);
        assertThatThrownBy(() -> new Dgi(1, new byte[0xFFFF])).isInstanceOf(MalformedTlv.class);
        assertThat(Dgi.parse(new Dgi(1, new byte[0xFFFE]).toBytes())).hasSize(1);
    }

    @Test
    void doesNotShowItsData() {
        assertThat(new Dgi(0x8201, TlvTest.hex("C0FFEE")).toString())
                .isEqualTo("Dgi[8201, 3 bytes, REDACTED]");
    }

    @Test
    void readsBackTenThousandRandomRecordsAndRefusesChangedOnes() {
        Random random = new Random(2_003);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            List<Dgi> record = new ArrayList<>();
            for (int n = random.nextInt(8); n > 0; n--) {
                byte[] data = new byte[random.nextInt(6) == 0 ? random.nextInt(600) : 12];
                random.nextBytes(data);
                record.add(new Dgi(random.nextInt(1, 0x10000), data));
            }
            byte[] bytes = Dgi.toBytes(record);
            assertThat(Dgi.parse(bytes)).isEqualTo(record);
            try {
                Dgi.parse(TlvTest.mutated(random, bytes));
            } catch (MalformedTlv e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 9_999);
    }
}
