package io.cardloom.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

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
        assertThat(starts(second))
                .contains("refused DATABASE_FOLDER_IN_USE: Another Cardloom works on");
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(leftBehind.isAlive()).isTrue();

        assertThat(killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(leftBehind.isAlive()).as("kill -9 leaves the server").isTrue();

        Process next = child(FOLDER);
        assertThat(starts(next)).isEqualTo("starts " + (before + 1));
        assertThat(leftBehind.isAlive()).isFalse();
        ProcessHandle ordinary = server();

        ended(next);
        ordinary.onExit().get(60, TimeUnit.SECONDS);
        assertThat(Files.exists(FOLDER.resolve("grants.sql"))).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER)))
                .isEqualTo("rwx------");
    }

    @Test
    void startsAfterItWasKilledWhileItWasInstalled() throws Exception {
        Path folder = FOLDER.resolveSibling("half-database");
        FileSystemUtils.deleteRecursively(folder);
        Process killed = child(folder);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!begun(folder)) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        List<ProcessHandle> below = killed.descendants().toList();
        assertThat(killed.destroyForcibly().waitFor()).isEqualTo(128 + 9);
        below.forEach(ProcessHandle::destroyForcibly);
        assertThat(folder.resolve("data")).doesNotExist();

        Process next = child(folder);
        assertThat(starts(next)).isEqualTo("starts 1");
        ended(next);
    }

    /** Whether the first files of a database are there. */
    private static boolean begun(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.find(folder, 2, (file, kind) -> kind.isRegularFile())) {
            return inside.map(folder::relativize)
                    .anyMatch(file -> file.toString().startsWith("installing-"));
        }
    }

    /** After the machine went down, a process id that was kept may be another server's. */
    @Test
    void leavesAnotherFoldersServerAlone() throws Exception {
        Path other = FOLDER.resolveSibling("other-database");
        Process neighbor = child(other);
        try {
            assertThat(starts(neighbor)).startsWith("starts ");
            Path kept = FOLDER.resolve("server.pid");
            Files.createDirectories(FOLDER);
            Files.copy(other.resolve("server.pid"), kept, StandardCopyOption.REPLACE_EXISTING);
            ProcessHandle neighbors = server();

            Process child = child(FOLDER);
            assertThat(starts(child)).startsWith("starts ");
            assertThat(neighbors.isAlive()).as("the other folder's server").isTrue();
            ended(child);
            assertThat(neighbors.isAlive()).as("the other folder's server").isTrue();
        } finally {
            ended(neighbor);
        }
    }

    /** A server empties its temporary folder as it starts, whoever else's files are in it. */
    @Test
    void foundsSeveralDatabasesAtTheSameTime() throws Exception {
        List<Path> folders =
                IntStream.range(0, 4)
                        .mapToObj(i -> FOLDER.resolveSibling("one-of-four-" + i))
                        .toList();
        List<Process> children = new ArrayList<>();
        for (Path folder : folders) {
            FileSystemUtils.deleteRecursively(folder);
            children.add(child(folder));
        }
        for (int i = 0; i < folders.size(); i++) {
            assertThat(starts(children.get(i))).isEqualTo("starts 1");
        }
        for (Process child : children) {
            ended(child);
        }
    }

    private static void ended(Process child) throws Exception {
        child.outputWriter().write("\n");
        child.outputWriter().flush();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
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
