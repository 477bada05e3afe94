package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.emv.ApplicationProfile.Script;
import io.cardloom.production.tlv.Dgi;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PersonalizationScriptTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String AID = "F0434C4F4F4D0101";

    /** The payment system environments as github.com/z-zroud/CardScript personalizes them. */
    @Test
    void makesThePublishedCommandsOfAPaymentSystemEnvironment() {
        List<Dgi> groupings =
                List.of(
                        dgi(
                                0x0101,
                                "703261304F07A0000000031010500D465442205649534120434152449F12"
                                        + "0B564953412043524544495487010173054203437500"),
                        dgi(0x9102, "A50C8801015F2D02454E9F110101"));
        assertThat(script("315041592E5359532E4444463031", groupings, Set.of(), Script.PRESET))
                .isEqualTo(
                        "00A404000E315041592E5359532E444446303100 SESSION"
                                + " 80E2000037010134703261304F07A0000000031010500D46544220564953"
                                + "4120434152449F120B564953412043524544495487010173054203437500"
                                + " 80E280011191020EA50C8801015F2D02454E9F110101");
        assertThat(
                        script(
                                "325041592E5359532E4444463031",
                                List.of(
                                        dgi(
                                                0x9102,
                                                "A520BF0C1D611B4F07A0000000031010500D4654422056"
                                                        + "4953412043415244870101")),
                                Set.of(),
                                Script.PRESET))
                .endsWith(
                        " SESSION 80E2800025910222A520BF0C1D611B4F07A0000000031010500D465442205649"
                                + "53412043415244870101");
    }

    /**
     * The masks of P1 as two public implementations have them: EMV::APDU::CPS::STORE_DATA of the
     * gem iso7816 (80, 60, 20) and ApduEmv.StoreData of github.com/denom-repo/denom (80, 60).
     */
    @Test
    void saysWhatIsEncryptedAndWhatIsLast() {
        List<Dgi> groupings =
                List.of(dgi(0x0101, "7000"), dgi(0x8000, "11".repeat(16)), dgi(0x8201, "22AA"));
        Set<Integer> secret = Set.of(0x8000, 0x8201);
        assertThat(stores(groupings, secret, Script.PRESET))
                .containsExactly(
                        "80E20000050101027000",
                        "80E2600113800010" + "11".repeat(16),
                        "80E2E0020582010222AA");
        assertThat(stores(groupings, secret, new Script(9, 255, List.of(), false, false)))
                .containsExactly(
                        "80E20000050101027000",
                        "80E2E00118800010" + "11".repeat(16) + "82010222AA");
        assertThat(stores(groupings, secret, new Script(9, 255, List.of(0x8201), true, true)))
                .containsExactly(
                        "80E2A8001D82010222AA" + "0101027000" + "800010" + "11".repeat(16));
    }

    @Test
    void cutsOnlyADgiThatNoCommandHolds() {
        List<Dgi> groupings =
                List.of(
                        dgi(0x0101, "AA"),
                        dgi(0x0102, "BB".repeat(300)),
                        dgi(0x0103, "CC"),
                        dgi(0x0104, "DD".repeat(252)));
        assertThat(stores(groupings, Set.of(), new Script(9, 255, List.of(), false, false)))
                .containsExactly(
                        "80E2000004010101AA",
                        "80E20001FF0102FF012C" + "BB".repeat(250),
                        "80E2000232" + "BB".repeat(50),
                        "80E2000304010301CC",
                        "80E28004FF0104FC" + "DD".repeat(252));
        List<String> secret =
                stores(groupings, Set.of(0x0102), new Script(9, 239, List.of(), false, false));
        assertThat(secret.get(1))
                .as("no block of a cipher is cut: 14 times 16 bytes after the name and the length")
                .startsWith("80E26001E50102FF012C")
                .hasSize(2 * (5 + 5 + 224));
        assertThat(secret.get(2)).startsWith("80E260024C");
    }

    @Test
    void storesEveryByteOfTenThousandRandomRecords() {
        Random random = new Random(1816);
        int chained = 0;
        int shared = 0;
        for (int i = 0; i < 10_000; i++) {
            Map<Integer, byte[]> data = new LinkedHashMap<>();
            for (int n = random.nextInt(1, 9); n > 0; n--) {
                byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 1200 : 90)];
                random.nextBytes(bytes);
                data.put(random.nextInt(1, 0x10000), bytes);
            }
            List<Integer> ids = new ArrayList<>(data.keySet());
            Set<Integer> secret = new TreeSet<>(ids.subList(0, random.nextInt(ids.size() + 1)));
            Collections.shuffle(ids, random);
            Script form =
                    new Script(
                            random.nextInt(1, 6),
                            random.nextInt(Script.FEWEST_BYTES, Script.MOST_BYTES + 1),
                            ids.subList(0, random.nextInt(ids.size() + 1)),
                            random.nextBoolean(),
                            random.nextBoolean());
            List<Dgi> groupings = new ArrayList<>();
            data.forEach((id, bytes) -> groupings.add(new Dgi(id, bytes)));
            StoredApplication card = new StoredApplication(script(AID, groupings, secret, form));
            assertThat(card.aid).isEqualTo(AID);
            assertThat(card.mostInOne).isLessThanOrEqualTo(form.groupings());
            same(card, groupings, secret, form);
            chained += card.stores.size() > groupings.size() ? 1 : 0;
            shared += card.mostInOne > 1 ? 1 : 0;
        }
        assertThat(chained).isGreaterThan(1_000);
        assertThat(shared).isGreaterThan(1_000);
    }

    private static void same(
            StoredApplication card, List<Dgi> groupings, Set<Integer> secret, Script form) {
        List<String> order = new ArrayList<>();
        form.order().forEach(id -> order.add("%04X".formatted(id)));
        for (Dgi dgi : groupings) {
            String id = "%04X".formatted(dgi.id());
            if (!order.contains(id)) {
                order.add(id);
            }
            assertThat(card.groupings.get(id)).isEqualTo(HEX.formatHex(dgi.data()));
            Integer said = card.encryption.get(id);
            if (!form.mixed()) {
                assertThat(said).isEqualTo(secret.contains(dgi.id()) ? 0x60 : 0);
            } else if (secret.contains(dgi.id())) {
                assertThat(said).isEqualTo(0x20);
            }
        }
        assertThat(card.groupings.keySet()).containsExactlyElementsOf(order);
        assertThat(card.stores)
                .allSatisfy(
                        s -> {
                            assertThat(s.length()).isLessThanOrEqualTo(2 * (5 + form.bytes()));
                            int p1 = Integer.parseInt(s.substring(4, 6), 16);
                            assertThat((p1 & 0x08) != 0).isEqualTo(form.dgiFormat());
                        });
    }

    @Test
    void refusesMoreCommandsThanItCanCount() {
        List<Dgi> groupings = new ArrayList<>();
        for (int i = 1; i <= 256; i++) {
            groupings.add(dgi(i, "AA"));
        }
        assertThat(stores(groupings, Set.of(), Script.PRESET)).hasSize(256);
        groupings.add(dgi(257, "AA"));
        assertThatThrownBy(() -> stores(groupings, Set.of(), Script.PRESET))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.code()).isEqualTo("CHIP_SCRIPT_LONG"));
        assertThat(stores(groupings, Set.of(), new Script(2, 239, List.of(), false, false)))
                .hasSize(129);
    }

    @Test
    void doesNotPrintItself() {
        assertThat(
                        PersonalizationScript.of(
                                        new PersonalizationRecord(
                                                HEX.parseHex(AID),
                                                List.of(dgi(0x0101, "AA")),
                                                Set.of()),
                                        Script.PRESET)
                                .toString())
                .isEqualTo("PersonalizationScript[REDACTED]");
    }

    private static Dgi dgi(int id, String hex) {
        return new Dgi(id, HEX.parseHex(hex));
    }

    private static List<String> stores(List<Dgi> groupings, Set<Integer> secret, Script form) {
        String line = script(AID, groupings, secret, form);
        return List.of(line.substring(line.indexOf(" SESSION ") + 9).split(" "));
    }

    private static String script(
            String aid, List<Dgi> groupings, Set<Integer> secret, Script form) {
        return PersonalizationScript.of(
                        new PersonalizationRecord(HEX.parseHex(aid), groupings, secret), form)
                .line();
    }
}
