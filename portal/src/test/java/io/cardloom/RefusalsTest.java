package io.cardloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every refusal has a test. What can be told by reading: each code that main code refuses with is
 * named by a test of some room. Codes that come by a constant or are put together are not seen.
 */
class RefusalsTest {

    private static final List<String> ROOMS =
            List.of("tenancy", "designer", "production", "connectors", "portal");

    /** A refusal with its code written out, or with one of two. */
    private static final Pattern REFUSED =
            Pattern.compile(
                    "Refusal\\s*\\.\\s*(?:invalid|conflict|forbidden)\\s*\\(([^;\"]*\"[A-Z0-9_]+\""
                            + "(?:\\s*:\\s*\"[A-Z0-9_]+\")?)\\s*,");

    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\"");

    /** A code as tests write it: between quotation marks, or a word with underscores. */
    private static final Pattern WORD =
            Pattern.compile("(?<=\")[A-Z][A-Z0-9]*(?=\")|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");

    /** The folder of all rooms; the tests of this one run inside it. */
    private static final Path HOUSE =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    @Test
    void everyRefusalHasATest() throws IOException {
        Set<String> told = new TreeSet<>();
        Set<String> tried = new TreeSet<>();
        for (String room : ROOMS) {
            for (String text : texts(room, "main")) {
                told.addAll(codes(text));
            }
            for (String text : texts(room, "test")) {
                WORD.matcher(text).results().map(MatchResult::group).forEach(tried::add);
            }
        }
        assertThat(told).as("codes that were found").hasSizeGreaterThan(300);
        told.removeAll(tried);
        assertThat(told).as("codes of refusals that no test names").isEmpty();
    }

    @Test
    void findsACodeHoweverItIsWritten() {
        assertThat(codes("throw Refusal.invalid(\n    \"A_B\",\n    \"Do this.\");"))
                .containsExactly("A_B");
        assertThat(codes("Refusal . conflict(late ? \"A_LATE\" : \"A_EARLY\", words)"))
                .containsExactlyInAnyOrder("A_LATE", "A_EARLY");
        assertThat(codes("Refusal.notFound(\"order\"); log(\"A_B\", x);")).isEmpty();
    }

    private static Set<String> codes(String text) {
        Set<String> codes = new TreeSet<>();
        REFUSED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .flatMap(arguments -> CODE.matcher(arguments).results())
                .forEach(found -> codes.add(found.group(1)));
        return codes;
    }

    private static List<String> texts(String room, String kind) throws IOException {
        Path sources = HOUSE.resolve(room).resolve("src").resolve(kind).resolve("java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RefusalsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
