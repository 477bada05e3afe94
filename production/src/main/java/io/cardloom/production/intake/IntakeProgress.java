package io.cardloom.production.intake;

import java.time.Instant;

/**
 * How far the taking in of a list is.
 *
 * @param rows rows read so far
 * @param wrong rows of them that were found wrong
 * @param bytes bytes of the list read so far
 * @param ofBytes bytes of the whole list
 * @param cancelling whether somebody asked to stop it
 * @param waiting whether it lies sealed and no process that may open it has come yet
 */
public record IntakeProgress(
        int rows,
        int wrong,
        long bytes,
        long ofBytes,
        boolean cancelling,
        boolean waiting,
        Instant begunAt) {

    /** 0 to 100. */
    public int percent() {
        return ofBytes == 0 ? 0 : (int) Math.min(100, bytes * 100 / ofBytes);
    }
}
