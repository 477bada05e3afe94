package io.cardloom.production.document.entry;

import io.cardloom.tenancy.refusal.Refusal;

/** Hears what is wrong with one document of a list. */
@FunctionalInterface
public interface EntryFaults {

    /**
     * @param column the field's word; empty when the document as a whole is meant
     * @param reason its sentence repeats no value
     */
    void fault(String column, Refusal reason);

    /** Of a picture that is none. */
    static Refusal face() {
        return Refusal.invalid(
                "FACE_PICTURE",
                "The face is a whole JPEG or JPEG 2000 picture of at most 256 KiB.");
    }
}
