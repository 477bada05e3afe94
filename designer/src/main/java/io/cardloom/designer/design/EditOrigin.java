package io.cardloom.designer.design;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where an edit came from, so that one sent again after a lost connection is not applied twice.
 *
 * @param session the editor's own name for its sitting, 1 to 64 of {@code A-Za-z0-9_-}; one a
 *     browser tab, never used again
 * @param sequence counts that sitting's edits, undos and redos, from 1
 */
public record EditOrigin(String session, long sequence) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public EditOrigin {
        if (!FORM.matcher(session).matches() || sequence < 1) {
            throw new IllegalArgumentException("a session's name, and a number from 1");
        }
    }

    /** For a caller on the server that sends an edit once and never again. */
    public static EditOrigin once() {
        return new EditOrigin(UUID.randomUUID().toString(), 1);
    }
}
