package io.cardloom.production.intake.form;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list form as it was saved.
 *
 * @param number counted from 1 in a program; 0 for the standard form, which nobody saved
 * @param savedAt null for the standard form
 * @param savedBy how the person was called then; empty for the standard form
 */
public record ListFormVersion(
        int number, ListForm form, @Nullable Instant savedAt, String savedBy) {}
