package io.cardloom.connectors.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cards that a simulated encoder physically wrote, one line each, flushed to disk before the
 * encoder answers: what lies in the tray after everything else has crashed.
 *
 * <p>A line names the stripe by a keyed hash (HMAC-SHA256 under a key of this folder), so that two
 * cards with the same stripe are seen while the account data are not.
 */
final class CardJournal implements AutoCloseable {

    private final FileChannel channel;
    private final Mac mac;

    private CardJournal(FileChannel channel, Mac mac) {
        this.channel = channel;
        this.mac = mac;
    }

    static CardJournal in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path keyFile = folder.resolve("journal.key");
        if (!Files.exists(keyFile)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.write(keyFile, key, StandardOpenOption.CREATE_NEW);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Files.readAllBytes(keyFile), "HmacSHA256"));
            return new CardJournal(
                    FileChannel.open(
                            file(folder), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    static Path file(Path folder) {
        return folder.resolve("written.txt");
    }

    /** One keyed hash a written card, in the order of writing. */
    static List<String> written(Path folder) throws IOException {
        Path file = file(folder);
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of();
    }

    void wrote(byte[][] tracks) throws IOException {
        for (byte[] track : tracks) {
            mac.update((byte) track.length);
            mac.update(track);
        }
        String line = HexFormat.of().formatHex(mac.doFinal()) + "\n";
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(line);
        while (bytes.hasRemaining()) {
            int count = channel.write(bytes);
            if (count < 0) {
                throw new IOException("the journal does not grow");
            }
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
