package io.cardloom.tenancy.database;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second Cardloom off a data folder while the first one lives. The system lets go of it
 * when the process ends, however it ends.
 */
record FolderLock(FileLock lock) {

    /**
     * @throws Refusal {@code DATABASE_FOLDER_IN_USE}; a retry helps once the other one has ended
     */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("in-use"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw Refusal.conflict(
                    "DATABASE_FOLDER_IN_USE",
                    "Another Cardloom works on "
                            + folder
                            + ". Stop it, or set cardloom.data.folder to another folder.");
        }
        return new FolderLock(lock);
    }
}
