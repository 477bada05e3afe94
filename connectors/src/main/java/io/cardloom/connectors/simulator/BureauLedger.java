package io.cardloom.connectors.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The bureau's book: one file a package, written whole or not at all. */
final class BureauLedger {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".json";

    /**
     * A page of the book.
     *
     * @param shown what the bureau's people see
     * @param manifestSha256 what the acknowledgement names
     * @param spoiledNumbers which cards were spoiled
     */
    record Page(ReceivedPackage shown, String manifestSha256, List<Integer> spoiledNumbers) {
        Page {
            spoiledNumbers = List.copyOf(spoiledNumbers);
        }
    }

    private final Path folder;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    BureauLedger(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                Page page = JSON.readValue(Files.readAllBytes(file), Page.class);
                pages.put(page.shown().name(), page);
            }
        }
    }

    Optional<Page> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    List<Page> newestFirst() {
        return pages.values().stream()
                .sorted(
                        Comparator.comparing((Page p) -> p.shown().receivedAt())
                                .reversed()
                                .thenComparing(p -> p.shown().name()))
                .toList();
    }

    void write(Page page) throws IOException {
        String name = page.shown().name();
        replace(
                folder.resolve(name + SUFFIX),
                JSON.writeValueAsString(page).getBytes(StandardCharsets.UTF_8));
        pages.put(name, page);
    }

    /** Whole or not at all: written beside, flushed, and moved into place. */
    static void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".tmp");
        try (var channel =
                java.nio.channels.FileChannel.open(
                        part,
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE,
                        java.nio.file.StandardOpenOption.TRUNCATE_EXISTING)) {
            java.nio.channels.Channels.newOutputStream(channel).write(content);
            channel.force(true);
        }
        Path moved =
                Files.move(
                        part,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
        assert moved.equals(file);
    }
}
