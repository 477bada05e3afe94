package io.cardloom.portal.design.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The editor's arithmetic, run in Node.js on random layers and on hostile clipboards. */
class EditorKernelsTest {

    private static final int ROUNDS = 2_000;
    private static final int SEED = 20_261_122;
    private static final Path SCRIPT = Path.of("src/test/frontend/kernels.mjs");
    private static final Path EDITOR = Path.of("src/main/frontend/editor").toAbsolutePath();

    @Test
    void arrangesResizesAndPastesAsItSays() throws IOException {
        Process process =
                new ProcessBuilder(
                                node(),
                                "--experimental-transform-types",
                                "--disable-warning=ExperimentalWarning",
                                SCRIPT.toString(),
                                EDITOR.toString(),
                                Integer.toString(ROUNDS),
                                Integer.toString(SEED))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).as("the script ended without a word; see what it printed").isNotBlank();
        JsonNode end = JsonMapper.shared().readTree(said);
        assertThat(end.get("wrong").valueStream().map(JsonNode::asString)).isEmpty();
        assertThat(end.get("checked").asInt()).isGreaterThan(10 * ROUNDS);
    }

    /** The build's own Node.js, or the machine's. */
    private static String node() {
        Path own = Path.of(System.getProperty("vaadin.node.folder", ""), "node");
        return Files.isExecutable(own) ? own.toString() : "node";
    }
}
