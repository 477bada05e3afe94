package io.cardloom.production.document.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.document.DocumentProfile;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.access.AccessCipher;
import io.cardloom.production.document.access.CardAccessNumber;
import io.cardloom.production.document.lds.AnyPicture;
import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.lds.PaceProtocol;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.production.fixture.TestDocuments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<String> faults = new ArrayList<>();

    @Test
    void readsADocumentAsTheListSaysIt() {
        EntryCheck.Checked checked = checked(card(true), TestDocuments.document()).orElseThrow();
        assertThat(faults).isEmpty();
        assertThat(checked.isTransliterated()).isTrue();
        assertThat(checked.record().fields().name().zonePrimary())
                .isEqualTo(TestDocuments.MARK + "SON<AANGSTROEM");
        assertThat(checked.record().holder()).isNotNull();
        assertThat(checked.record().holder().placeOfBirth()).containsExactly("Zenith", "Utopia");
        assertThat(checked.record().issue()).isNotNull();
        assertThat(checked.record().issue().issued()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(checked.record().accessNumber()).as("drawn").isNotNull();
        assertThat(checked.entry().record().accessNumber())
                .as("and kept, so that a remake has the same")
                .isEqualTo(checked.record().accessNumber());
        Map<String, String> bare = TestDocuments.document();
        bare.keySet()
                .removeAll(
                        List.of("full_name", "place_of_birth", "address", "authority", "issued"));
        bare.put("zone_name", "MILLER<<ANN");
        bare.put("birth", "1974-00-00");
        bare.put("sex", "X");
        bare.put("card_access_number", "012345");
        EntryCheck.Checked bareOne = checked(card(false), bare).orElseThrow();
        assertThat(bareOne.isTransliterated()).isFalse();
        assertThat(bareOne.record().holder()).isNull();
        assertThat(bareOne.record().issue()).isNull();
        assertThat(bareOne.record().accessNumber()).isEqualTo(new CardAccessNumber("012345"));
        assertThat(bareOne.record().fields().birth().zone()).isEqualTo("74<<<<");
        bare.remove("card_access_number");
        assertThat(checked(card(false), bare).orElseThrow().record().accessNumber()).isNull();
    }

    @Test
    void saysTheColumnOfEachFault() {
        assertThat(faults("document_code", "V")).containsExactly("document_code MRZ_FIELD");
        assertThat(faults("issuing_state", "U1")).containsExactly("issuing_state MRZ_FIELD");
        assertThat(faults("document_number", "a b")).containsExactly("document_number MRZ_FIELD");
        assertThat(faults("nationality", "utopia")).containsExactly("nationality MRZ_FIELD");
        assertThat(faults("optional_data", "ä")).containsExactly("optional_data MRZ_FIELD");
        assertThat(faults("second_optional_data", "0123456789AB"))
                .containsExactly("second_optional_data MRZ_FIELD");
        assertThat(faults("document_code", "P")).as("a booklet's").containsExactly(" MRZ_FIELD");
        assertThat(faults("primary_name", ""))
                .containsExactly("primary_name DOCUMENT_VALUE_MISSING");
        assertThat(faults("primary_name", "A".repeat(61)))
                .containsExactly("primary_name TRAVEL_NAME");
        assertThat(faults("primary_name", "李")).containsExactly("primary_name TRAVEL_NAME_ZONE");
        assertThat(faults("zone_name", "a")).containsExactly("zone_name TRAVEL_NAME_ZONE");
        assertThat(faults("primary_name", "A".repeat(40)))
                .containsExactly("primary_name TRAVEL_NAME_LENGTH");
        assertThat(faults("birth", "12.08.1974")).containsExactly("birth BIRTH_DATE");
        assertThat(faults("birth", "1974-02-30")).containsExactly("birth BIRTH_DATE");
        assertThat(faults("sex", "female")).containsExactly("sex DOCUMENT_SEX");
        assertThat(faults("expiry", "2039-13-01")).containsExactly("expiry DOCUMENT_DATE");
        assertThat(faults("expiry", "2026-11-22")).containsExactly("expiry EXPIRY_PAST");
        assertThat(faults("expiry", "9039-01-01")).containsExactly("expiry MRZ_FIELD");
        assertThat(faults("issued", "yesterday")).containsExactly("issued DOCUMENT_DATE");
        assertThat(faults("card_access_number", "12345"))
                .containsExactly("card_access_number CARD_ACCESS_NUMBER");
        assertThat(faults("face", "not base64!")).containsExactly("face FACE_BASE64");
        assertThat(faults("face", "A".repeat(349_532))).containsExactly("face FACE_BASE64");
        assertThat(faults("face", "AAAA")).containsExactly("face FACE_PICTURE");
        assertThat(faults("face", "")).containsExactly("face FACE_PICTURE");
        assertThat(faults("telephone", "1\t2")).containsExactly("telephone DOCUMENT_DETAIL");
        assertThat(faults("profession", "é".repeat(513)))
                .containsExactly("profession DOCUMENT_DETAIL");
        assertThat(faults("address", "a\n".repeat(4_001)))
                .containsExactly("address DOCUMENT_DETAIL");
        assertThat(faults("address", "a<b")).containsExactly("address DOCUMENT_DETAIL");
        assertThat(faults("place_of_birth", "a<b"))
                .containsExactly("place_of_birth DOCUMENT_DETAIL");
        assertThat(faults("other_names", "a\n".repeat(100))).containsExactly(" DOCUMENT_DETAIL");
    }

    @Test
    void tellsAllThatIsWrongOfARowAtOnce() {
        Map<String, String> row = TestDocuments.document();
        row.put("sex", "?");
        row.put("nationality", "");
        row.put("face", "");
        assertThat(checked(card(true), row)).isEmpty();
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "sex DOCUMENT_SEX",
                        "nationality DOCUMENT_VALUE_MISSING",
                        "face FACE_PICTURE");
    }

    @Test
    void takesNoCardAccessNumberForAChipWithoutPace() {
        DocumentProgram basic =
                new DocumentProgram(
                        "dpr_1",
                        new DocumentProfile(
                                MrzFormat.TD1,
                                LdsVersion.V1_7,
                                GroupHash.SHA_256,
                                true,
                                null,
                                null),
                        false,
                        null);
        Map<String, String> row = TestDocuments.document();
        row.put("card_access_number", "123456");
        assertThat(checked(basic, row)).isEmpty();
        assertThat(faults).containsExactly("card_access_number CARD_ACCESS_WITHOUT_PACE");
    }

    @Test
    void keepsTenThousandDocumentsAsTheyAre() {
        Random random = new Random(16);
        for (int i = 0; i < 10_000; i++) {
            Map<EntryField, String> texts = new EnumMap<>(EntryField.class);
            for (EntryField field : EntryField.values()) {
                if (random.nextBoolean() && field != EntryField.FACE) {
                    texts.put(field, "é" + random.nextInt());
                }
            }
            byte[] face = AnyPicture.any(random);
            byte[] bytes = new DocumentEntry(texts, face).toBytes();
            DocumentEntry read = DocumentEntry.fromBytes(bytes);
            assertThat(read.toBytes()).isEqualTo(bytes);
            assertThat(read.face()).isEqualTo(face);
            for (EntryField field : EntryField.values()) {
                assertThat(read.text(field)).isEqualTo(texts.getOrDefault(field, ""));
            }
            byte[] changed = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThatThrownBy(() -> DocumentEntry.fromBytes(changed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("é");
        }
    }

    @Test
    void printsNothingOfThePerson() {
        EntryCheck.Checked checked = checked(card(true), TestDocuments.document()).orElseThrow();
        assertThat(checked + " " + checked.entry() + checked.record())
                .doesNotContain(TestDocuments.MARK, "Zenith", "1974");
        Map<EntryField, String> wrong = Map.of(EntryField.SEX, TestDocuments.MARK);
        assertThatThrownBy(() -> new DocumentEntry(wrong, new byte[0]).record())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(TestDocuments.MARK);
    }

    private List<String> faults(String field, String value) {
        Map<String, String> row = TestDocuments.document();
        row.put(field, value);
        assertThat(checked(card(true), row)).isEmpty();
        return List.copyOf(faults);
    }

    private Optional<EntryCheck.Checked> checked(DocumentProgram program, Map<String, String> row) {
        faults.clear();
        Map<EntryField, String> fields = new EnumMap<>(EntryField.class);
        row.forEach((key, value) -> fields.put(EntryField.of(key).orElseThrow(), value));
        return new EntryCheck(
                        program,
                        TODAY,
                        (column, reason) -> {
                            faults.add(column + " " + reason.code());
                            assertThat(reason.sentence()).doesNotContain(TestDocuments.MARK);
                        })
                .document(fields);
    }

    private static DocumentProgram card(boolean drawn) {
        @Nullable PaceProtocol pace =
                new PaceProtocol(
                        PaceProtocol.Mapping.GENERIC,
                        AccessCipher.AES_128,
                        PaceProtocol.Curve.NIST_P256);
        return new DocumentProgram(
                "dpr_1",
                new DocumentProfile(
                        MrzFormat.TD1, LdsVersion.V1_8, GroupHash.SHA_256, true, pace, null),
                drawn,
                null);
    }
}
