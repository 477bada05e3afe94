package io.cardloom.production.document.mrz;

import static io.cardloom.production.document.mrz.MrzTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravelNameTest {

    /** ICAO Doc 9303-3, section 6, tables A and B; ICAO Doc 9303-3, 4.6 for the marks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Eriksson|Anna Maria|ERIKSSON<<ANNA<MARIA",
                "Müller-Weiß|Jörg|MUELLER<WEISS<<JOERG",
                "O'Connor|Éilís|OCONNOR<<EILIS",
                "Þórðardóttir|Æsa|THORDARDOTTIR<<AESA",
                "Ñandú|Łucja|NANDU<<LUCJA",
                "Håkansson|Åsa|HAAKANSSON<<AASA",
                "Çelik|İbrahim Işık|CELIK<<IBRAHIM<ISIK",
                "Щербаков|Юрий|SHCHERBAKOV<<IURII",
                "Объедков|Илья|OBIEEDKOV<<ILIA",
                "Ðorđević|Ĳsbrand|DORDEVIC<<IJSBRAND",
                "Nguyễn|Thị Hồng|NGUYEN<<THI<HONG",
            })
    void writesNamesInTheZonesLetters(String primary, String secondary, String zone) {
        assertThat(TravelName.of(primary, secondary).joined()).isEqualTo(zone);
    }

    @Test
    void neverHidesThatANameWasAltered() {
        assertThat(TravelName.of("Eriksson", "Anna Maria").isAltered()).isFalse();
        assertThat(TravelName.of("Müller", "Jan").isAltered()).isTrue();
        assertThat(TravelName.of("Smith-Jones", "Ann").isAltered()).isTrue();
        TravelName given = TravelName.of("Müller", "Jan", "MULLER<<JAN");
        assertThat(given.joined()).isEqualTo("MULLER<<JAN");
        assertThat(given.isAltered()).isTrue();
    }

    @Test
    void refusesLettersThatAreInNoTable() {
        refused("TRAVEL_NAME_ZONE", () -> TravelName.of("王", "芳"));
        refused("TRAVEL_NAME_ZONE", () -> TravelName.of("Smith 2", "Jan"));
        refused("TRAVEL_NAME_ZONE", () -> TravelName.of("-", "Jan"));
        refused("TRAVEL_NAME_ZONE", () -> TravelName.of("王", "芳", "WANG<FANG"));
        assertThat(TravelName.of("王", "芳", "WANG<<FANG").isAltered()).isTrue();
        refused("TRAVEL_NAME", () -> TravelName.of(" ", "Jan"));
        refused("TRAVEL_NAME", () -> TravelName.of("A".repeat(61), "Jan"));
        refused("TRAVEL_NAME", () -> TravelName.of("A\nB", "Jan", "AB<<JAN"));
    }

    @Test
    void cutsALongNameOnALetterOrNotAtAll() {
        // ICAO Doc 9303-4, 4.2.3: the last character is a letter.
        TravelName cut = TravelName.of("Nilavadhanananda", "Chayapa Dejthamrong Krasuang");
        assertThat(cut.isCut(MrzFormat.TD3)).isTrue();
        assertThat(cut.field(MrzFormat.TD3)).isEqualTo("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K");
        TravelName onAFiller = TravelName.of("Nilavadhanananda", "Chayapa Dejthamrongs Krasuang");
        refused("TRAVEL_NAME_LENGTH", () -> onAFiller.field(MrzFormat.TD3));
        TravelName noRoom = TravelName.of("A".repeat(40), "Jan");
        refused("TRAVEL_NAME_LENGTH", () -> noRoom.field(MrzFormat.TD3));
        assertThat(TravelName.of("Eriksson", "").field(MrzFormat.TD1))
                .isEqualTo("ERIKSSON<<<<<<<<<<<<<<<<<<<<<<");
    }

    @Test
    void answersAnyTextWithANameOrTheDocumentedRefusal() {
        Random random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            String text = any(random);
            try {
                assertThat(TravelName.of(text, any(random)).joined())
                        .matches("[A-Z]+(<[A-Z]+)*(<<[A-Z]+(<[A-Z]+)*)?");
            } catch (io.cardloom.tenancy.refusal.Refusal e) {
                assertThat(e.code()).isIn("TRAVEL_NAME", "TRAVEL_NAME_ZONE");
            }
        }
    }

    private static String any(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int c = random.nextInt(random.nextBoolean() ? 0x530 : 0x20000);
            text.appendCodePoint(c >= 0xD800 && c < 0xE000 ? 'A' : c);
        }
        return text.toString();
    }
}
