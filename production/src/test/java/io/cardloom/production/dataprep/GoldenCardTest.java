package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.render.Renderer;
import io.cardloom.production.emv.ApplicationProfiles;
import io.cardloom.production.emv.IssuedCard;
import io.cardloom.production.emv.Terminal;
import io.cardloom.production.key.store.TestKeys;
import io.cardloom.tenancy.fixture.TwoIssuers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A whole card, to the byte. Who changes on purpose what a card is made of runs this with {@code
 * -Dcardloom.golden.write=true}, which writes the files and their explanation anew, and reads the
 * difference.
 */
@SpringBootTest
class GoldenCardTest {

    private static final Path KEPT =
            Path.of("src", "test", "resources", "io", "cardloom", "production", "golden-card");
    private static final Path BOOK = Path.of("..", "docs", "golden-card.md");
    private static final String BEGIN = "<!-- written by GoldenCardTest from here on -->\n";

    @Autowired Renderer renderer;
    @Autowired ApplicationProfiles profiles;
    @Autowired TwoIssuers issuers;

    @Test
    void isMadeToTheByteAsItIsKeptAndExplained() throws IOException {
        Map<String, byte[]> made = made();
        if (Boolean.getBoolean("cardloom.golden.write")) {
            write(made);
        }
        try (var kept = Files.list(KEPT)) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(made.keySet());
        }
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
                    .as(file.getKey())
                    .isEqualTo(Files.readString(KEPT.resolve(file.getKey())));
        }
        String book = Files.readString(BOOK);
        assertThat(book.substring(book.indexOf(BEGIN) + BEGIN.length()))
                .isEqualTo(new GoldenBook(made).text());
    }

    /** A terminal that shares no code with what made it takes the card. */
    @Test
    void isACardThatATerminalTakes() {
        String chip = new String(made().get("chip.csv"), StandardCharsets.US_ASCII);
        String line = chip.lines().skip(1).findFirst().orElseThrow();
        IssuedCard card = new IssuedCard(line.substring(line.indexOf(',') + 1));
        Terminal.Recovered issuer =
                Terminal.issuer(
                        card.value("90"),
                        card.has("92") ? card.value("92") : "",
                        card.value("9F32"),
                        HexFormat.of()
                                .withUpperCase()
                                .formatHex(new TestKeys().authority().publicKey().modulusBytes()));
        Terminal.Recovered icc =
                Terminal.icc(
                        card.value("9F46"),
                        card.has("9F48") ? card.value("9F48") : "",
                        card.value("9F47"),
                        card.staticData(),
                        issuer.modulus());
        assertThat(icc.modulus()).hasSize(2 * 144);
        assertThat(card.value("5A")).isEqualTo(GoldenCard.record().pan().digits());
    }

    private Map<String, byte[]> made() {
        return GoldenCard.files(
                renderer.lines(issuers.a().tenant(), PreparationStage.embossedCard()),
                profiles.named("neutral"));
    }

    private static void write(Map<String, byte[]> made) throws IOException {
        Files.createDirectories(KEPT);
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            Files.write(KEPT.resolve(file.getKey()), file.getValue());
        }
        String book = Files.readString(BOOK);
        Files.writeString(
                BOOK,
                book.substring(0, book.indexOf(BEGIN) + BEGIN.length())
                        + new GoldenBook(made).text());
    }
}
