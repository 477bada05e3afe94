package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;

/**
 * An edit that is committed.
 *
 * @param number the number of the document it made; the first edit makes 1
 * @param command what was done
 * @param inverse what takes it back, as the document was then
 * @param kind whether a person did it, took it back, or did it again
 * @param origin which editor sent it; the sender knows its own edit by this
 * @param person who did it
 * @param name how that person was called then
 * @param at when
 */
public record AppliedEdit(
        long number,
        EditCommand command,
        EditCommand inverse,
        Kind kind,
        EditOrigin origin,
        PersonId person,
        String name,
        Instant at) {

    /** How an edit came to be. */
    public enum Kind {
        EDIT,
        UNDO,
        REDO
    }
}
