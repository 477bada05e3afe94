package io.cardloom.production.run;

import io.cardloom.production.output.CardJob;
import io.cardloom.production.output.CardOutcome;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DeviceSession;
import io.cardloom.production.output.PersonalizationDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A device that is a journal outside of the process under test: each plastic that it touches is a
 * line {@code RUN NUMBER PREPARED-AS FENCE}, on the disk before it answers. The file {@code script}
 * has lines such as {@code 3 spoiled}, each good for one card; without one a card is produced.
 */
final class JournalDevice implements PersonalizationDevice {

    static final String DRIVER = "journal";

    @Override
    public String driver() {
        return DRIVER;
    }

    @Override
    public DeviceSession open(Destination device) throws IOException {
        Path folder = Path.of(device.settings().getOrDefault("folder", ""));
        if (Files.exists(folder.resolve("dead"))) {
            throw new IOException("the line is dead");
        }
        return new Session(folder);
    }

    private record Session(Path folder) implements DeviceSession {

        @Override
        public CardOutcome personalize(CardJob job) {
            try {
                return answered(job, scripted(job.number()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private CardOutcome answered(CardJob job, String script) throws IOException {
            return switch (script) {
                case "refused" -> new CardOutcome.Refused("not this one");
                case "deferred" -> new CardOutcome.Deferred("the hopper is empty");
                case "unknown" -> new CardOutcome.Unknown("the line died before the swipe");
                default -> {
                    written(job);
                    yield switch (script) {
                        case "spoiled" -> new CardOutcome.Spoiled("read back wrong");
                        case "lost" -> new CardOutcome.Unknown("the line died after the swipe");
                        case "broken" -> throw new IllegalStateException("a driver's bug");
                        default -> new CardOutcome.Produced("read back alike");
                    };
                }
            };
        }

        private void written(CardJob job) throws IOException {
            String line =
                    job.run()
                            + " "
                            + job.number()
                            + " "
                            + job.tracks().track2().replaceAll("[^0-9]", "")
                            + " "
                            + job.fence()
                            + "\n";
            try (FileChannel journal =
                    FileChannel.open(
                            folder.resolve("journal"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND)) {
                int bytes = journal.write(StandardCharsets.US_ASCII.encode(line));
                journal.force(true);
                if (bytes != line.length()) {
                    throw new IOException("a torn line");
                }
            }
        }

        private String scripted(int number) throws IOException {
            Path file = folder.resolve("script");
            if (!Files.exists(file)) {
                return "";
            }
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            for (String line : lines) {
                if (line.startsWith(number + " ")) {
                    lines.remove(line);
                    Files.write(file, lines);
                    return line.substring(line.indexOf(' ') + 1);
                }
            }
            return "";
        }

        @Override
        public void close() {
            // The journal is closed after each line.
        }
    }
}
