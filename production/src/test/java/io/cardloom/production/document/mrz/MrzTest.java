package io.cardloom.production.document.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.time.LocalDate;
import java.util.Random;
import org.jmrtd.lds.icao.MRZInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MrzTest {

    private static final int CASES = 10_000;
    private static final BirthDate BIRTH = new BirthDate(1974, 8, 12);
    private static final LocalDate EXPIRY = LocalDate.of(2012, 4, 15);

    /** ICAO Doc 9303-5, appendix A: the specimen of Utopia. */
    @Test
    void buildsTheSpecimenOfPart5() {
        MrzFields fields = specimen("I", "D23145890", "", "");
        assertThat(fields.zone(MrzFormat.TD1).lines())
                .containsExactly(
                        "I<UTOD231458907<<<<<<<<<<<<<<<",
                        "7408122F1204159UTO<<<<<<<<<<<6",
                        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    }

    /** ICAO Doc 9303-6, appendix A. */
    @Test
    void buildsTheSpecimenOfPart6() {
        MrzFields fields = specimen("I", "D23145890", "", "");
        assertThat(fields.zone(MrzFormat.TD2).lines())
                .containsExactly(
                        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<",
                        "D231458907UTO7408122F1204159<<<<<<<6");
    }

    /** ICAO Doc 9303-4, appendix A. */
    @Test
    void buildsTheSpecimenOfPart4() {
        MrzFields fields = specimen("P", "L898902C3", "ZE184226B", "");
        assertThat(fields.zone(MrzFormat.TD3).lines())
                .containsExactly(
                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                        "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    }

    /** ICAO Doc 9303-11, appendix D.2: a number longer than its field, in TD1 and TD2. */
    @Test
    void laysOutALongNumberAsPart11Does() {
        MrzFields fields =
                new MrzFields(
                        "I",
                        "UTO",
                        TravelName.of("Stevenson", "Peter John"),
                        "D23145890734",
                        "UTO",
                        new BirthDate(1934, 7, 12),
                        Sex.MALE,
                        LocalDate.of(1995, 7, 12),
                        "",
                        "");
        Mrz card = fields.zone(MrzFormat.TD1);
        assertThat(card.lines())
                .containsExactly(
                        "I<UTOD23145890<7349<<<<<<<<<<<",
                        "3407127M9507122UTO<<<<<<<<<<<2",
                        "STEVENSON<<PETER<JOHN<<<<<<<<<");
        Mrz larger = fields.zone(MrzFormat.TD2);
        assertThat(larger.text())
                .isEqualTo(
                        "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<D23145890<UTO3407127M95071227349<<<8");
        assertThat(card.documentNumber()).isEqualTo("D23145890734");
        assertThat(card.information()).isEqualTo("D23145890734934071279507122");
        assertThat(larger.information()).isEqualTo(card.information());
    }

    @ParameterizedTest
    @EnumSource(MrzFormat.class)
    void readsBackWhatItBuildsAndAnIndependentReaderAgrees(MrzFormat format) {
        Random random = new Random(9303 + format.ordinal());
        for (int i = 0; i < CASES; i++) {
            MrzFields fields = AnyZone.fields(random, format);
            Mrz zone = fields.zone(format);
            assertThat(Mrz.read(zone.text()).lines()).isEqualTo(zone.lines());
            assertThat(zone.documentNumber()).isEqualTo(fields.documentNumber());
            assertThat(zone.name()).isEqualTo(fields.name().joined());
            if (i % 5 == 0) {
                agrees(fields, zone);
            }
        }
    }

    private static void agrees(MrzFields fields, Mrz zone) {
        MRZInfo other = new MRZInfo(zone.text());
        assertThat(other.getDocumentNumber()).isEqualTo(fields.documentNumber());
        assertThat(other.getDateOfBirth()).isEqualTo(fields.birth().zone());
        assertThat(other.getNationality().replace("<", "")).isEqualTo(fields.nationality());
        assertThat(other.getPrimaryIdentifier().replace(' ', '<'))
                .isEqualTo(fields.name().zonePrimary());
    }

    @ParameterizedTest
    @EnumSource(MrzFormat.class)
    void saysNothingElseOfAChangedZoneThanThatItIsMalformed(MrzFormat format) {
        Random random = new Random(4711 + format.ordinal());
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            StringBuilder zone =
                    new StringBuilder(AnyZone.fields(random, format).zone(format).text());
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutate(random, zone);
            }
            try {
                Mrz.read(zone.toString()).information();
            } catch (MalformedMrz e) {
                refused++;
                assertThat(e).hasMessageStartingWith("malformed machine readable zone: ");
            }
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    @Test
    void findsEveryWrongDigit() {
        String zone = specimen("P", "L898902C3", "ZE184226B", "").zone(MrzFormat.TD3).text();
        for (int i = 44; i < zone.length(); i++) {
            if (Character.isDigit(zone.charAt(i))) {
                StringBuilder wrong = new StringBuilder(zone);
                wrong.setCharAt(i, zone.charAt(i) == '9' ? '0' : (char) (zone.charAt(i) + 1));
                assertThatThrownBy(() -> Mrz.read(wrong.toString()))
                        .as("character %d", i)
                        .isInstanceOf(MalformedMrz.class);
            }
        }
    }

    @Test
    void leavesUnknownPartsOfABirthdayOpen() {
        assertThat(new BirthDate(1968, 0, 0).zone()).isEqualTo("68<<<<");
        assertThat(new BirthDate(0, 0, 0).full()).isEqualTo("00000000");
        refused("BIRTH_DATE", () -> new BirthDate(1999, 2, 29));
        refused("BIRTH_DATE", () -> new BirthDate(99, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "P, TD1", "I, TD3", "IV, TD1", "X, TD2",
    })
    void refusesADocumentCodeThatTheFormatDoesNotHave(String code, MrzFormat format) {
        refused("MRZ_FIELD", () -> specimen(code, "L898902C3", "", "").zone(format));
    }

    @Test
    void refusesWhatHasNoRoom() {
        refused("MRZ_FIELD", () -> specimen("P", "L898902C34", "", "").zone(MrzFormat.TD3));
        refused("MRZ_FIELD", () -> specimen("I", "D23145890734", "ABCDEF", "").zone(MrzFormat.TD2));
        refused("MRZ_FIELD", () -> specimen("I", "D2", "", "A").zone(MrzFormat.TD2));
        refused("MRZ_FIELD", () -> specimen("I", "d2", "", ""));
    }

    @Test
    void printsNothingOfThePerson() {
        MrzFields fields = specimen("I", "D23145890", "", "");
        assertThat(fields + " " + fields.name() + fields.birth() + fields.zone(MrzFormat.TD1))
                .doesNotContainIgnoringCase("Eriksson")
                .doesNotContain("D23145890", "1974", "740812");
    }

    static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static MrzFields specimen(String code, String number, String first, String second) {
        return new MrzFields(
                code,
                "UTO",
                TravelName.of("Eriksson", "Anna Maria"),
                number,
                "UTO",
                BIRTH,
                Sex.FEMALE,
                EXPIRY,
                first,
                second);
    }

    private static void mutate(Random random, StringBuilder zone) {
        if (zone.isEmpty()) {
            return;
        }
        int at = random.nextInt(zone.length());
        switch (random.nextInt(5)) {
            case 0 -> zone.deleteCharAt(at);
            case 1 -> zone.insert(at, '<');
            case 2 -> zone.setCharAt(at, (char) random.nextInt(0x250));
            case 3 -> zone.setCharAt(at, "<0A9Z".charAt(random.nextInt(5)));
            default -> zone.setLength(at);
        }
    }
}
