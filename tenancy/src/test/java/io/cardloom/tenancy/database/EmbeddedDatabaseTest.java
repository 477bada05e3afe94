package io.cardloom.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real JVMs. The folder lies below target, since the server lets go of temporary ones. */
class EmbeddedDatabaseTest {

    private static final Path FOLDER = Path.of("target/killed-database").toAbsolutePath();

    private static Process child(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseChild.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** The child's answer, or everything it said instead. */
    private static String starts(Process child) throws IOException {
        BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("starts ")) {
                return line;
            }
            all.append(line).append('\n');
        }
        return all.toString();
    }

    private static ProcessHandle server() throws IOException {
        String pid = Files.readString(FOLDER.resolve("server.pid")).trim();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Test
    void stopsTheServerOfAKilledJvmAndKeepsItsData() throws Exception {
        Process killed = child(FOLDER);
        String first = starts(killed);
        assertThat(first).startsWith("starts ");
        int before = Integer.parseInt(first.substring("starts ".length()));
        ProcessHandle leftBehind = server();

        Process second = child(FOLDER);
        assertThat(starts(second)).contains("Another Cardloom works on");
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(leftBehind.isAlive()).isTrue();

        assertThat(killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(leftBehind.isAlive()).as("kill -9 leaves the server").isTrue();

        Process next = child(FOLDER);
        assertThat(starts(next)).isEqualTo("starts " + (before + 1));
        assertThat(leftBehind.isAlive()).isFalse();
        ProcessHandle ordinary = server();

        next.outputWriter().write("\n");
        next.outputWriter().flush();
        assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
        ordinary.onExit().get(60, TimeUnit.SECONDS);
        assertThat(Files.exists(FOLDER.resolve("grants.sql"))).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER)))
                .isEqualTo("rwx------");
    }

    @Test
    void putsItsSocketWhereThePathIsShortEnough(@TempDir Path folder) throws IOException {
        assertThat(EmbeddedDatabase.socket(folder)).isEqualTo(folder.resolve("server.sock"));
        Path deep = folder.resolve("x".repeat(110));
        Path apart = EmbeddedDatabase.socket(deep);
        assertThat(apart.startsWith(deep)).isFalse();
        assertThat(apart.toString().length()).isLessThan(108);
    }
}
