package io.cardloom.portal.design.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.design.InMemoryDesign;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browser's own session of editing, three of them, on the server's own kernels: each of ten
 * thousand rounds lets them meet in another order, with calls, answers and news that come late or
 * get lost, and pages that are opened again. All end with the server's document, and nothing that a
 * page showed as saved is missing from the server's edits.
 */
class ThreeEditorsMeetTest {

    private static final int ROUNDS = 10_000;
    private static final int SEED = 20_261_122;
    private static final Path SCRIPT = Path.of("src/test/frontend/three-editors.mjs");
    private static final Path EDITOR = Path.of("src/main/frontend/editor").toAbsolutePath();

    @Test
    void threeEditorsConvergeInTenThousandRandomMeetings() throws IOException {
        JsonNode end = meet(ROUNDS);

        assertThat(end.get("op").asString()).as(end.toString()).isEqualTo("done");
        assertThat(end.get("rounds").asInt()).isEqualTo(ROUNDS);
        assertThat(end.get("commits").asInt()).isGreaterThan(5 * ROUNDS);
        assertThat(end.get("refusals").asInt()).as("some edits met a conflict").isPositive();
        assertThat(end.get("reopened").asInt()).as("pages that were opened again").isPositive();
    }

    private static JsonNode meet(int rounds) throws IOException {
        Process process =
                new ProcessBuilder(
                                node(),
                                "--experimental-transform-types",
                                "--disable-warning=ExperimentalWarning",
                                SCRIPT.toString(),
                                EDITOR.toString(),
                                Integer.toString(rounds),
                                Integer.toString(SEED))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader calls =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter answers =
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        process.getOutputStream(), StandardCharsets.UTF_8))) {
            return serve(calls, answers);
        } finally {
            process.destroy();
        }
    }

    private static JsonNode serve(BufferedReader calls, BufferedWriter answers) throws IOException {
        InMemoryDesign design = new InMemoryDesign();
        for (String line = calls.readLine(); line != null; line = calls.readLine()) {
            JsonNode call = JsonMapper.shared().readTree(line);
            String answer = "";
            switch (call.get("op").asString()) {
                case "done", "wrong" -> {
                    return call;
                }
                case "new" -> design = new InMemoryDesign();
                default -> answer = design.answer(call);
            }
            answers.write(answer);
            answers.newLine();
            answers.flush();
        }
        throw new AssertionError("the editors ended without a word; see what they printed");
    }

    /** The build's own Node.js, or the machine's. */
    private static String node() {
        Path own = Path.of(System.getProperty("vaadin.node.folder", ""), "node");
        return Files.isExecutable(own) ? own.toString() : "node";
    }
}
