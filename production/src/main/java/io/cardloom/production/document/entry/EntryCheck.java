package io.cardloom.production.document.entry;

import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.DocumentRecord;
import io.cardloom.production.document.access.CardAccessNumber;
import io.cardloom.production.document.lds.FacePicture;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Judges rows of a list as documents of one program; for one thread. */
public final class EntryCheck {

    /** The longest a picture is in base64, and no longer with line ends in it. */
    private static final int MOST_BASE64 = (FacePicture.MAX_BYTES + 2) / 3 * 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DocumentProgram program;
    private final LocalDate today;
    private final EntryFaults faults;
    private boolean wrong;
    private boolean faceless;

    /**
     * @param today before which a document may not end
     */
    public EntryCheck(DocumentProgram program, LocalDate today, EntryFaults faults) {
        this.program = program;
        this.today = today;
        this.faults = faults;
    }

    /**
     * A document that can be made.
     *
     * @param entry what is kept of it
     * @param record what it says
     */
    public record Checked(DocumentEntry entry, DocumentRecord record) {

        /** Whether the zone's letters say the name otherwise, and the list does not say how. */
        public boolean isTransliterated() {
            return entry.text(EntryField.ZONE_NAME).isEmpty() && record.fields().name().isAltered();
        }

        @Override
        public String toString() {
            return "Checked[REDACTED]";
        }
    }

    /** Whether the zone has no room for all of the name. */
    public boolean isCut(Checked document) {
        return document.record().fields().name().isCut(program.profile().format());
    }

    /** The document of a row; empty when anything is wrong, which the faults were told. */
    public Optional<Checked> document(Map<EntryField, String> row) {
        wrong = false;
        faceless = false;
        byte[] face = face(row.getOrDefault(EntryField.FACE, ""));
        DocumentEntry entry = new DocumentEntry(numbered(row), face);
        DocumentRecord record =
                EntryReading.read(
                        entry,
                        (column, reason) -> {
                            if (!faceless || !column.equals(EntryField.FACE.word())) {
                                fault(column, reason);
                            }
                        });
        if (record == null || wrong) {
            return Optional.empty();
        }
        fits(record);
        return wrong ? Optional.empty() : Optional.of(new Checked(entry, record));
    }

    private byte[] face(String base64) {
        try {
            if (base64.length() <= MOST_BASE64) {
                return Base64.getDecoder().decode(base64);
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the words of the decoder.
        }
        faceless = true;
        fault(
                EntryField.FACE.word(),
                Refusal.invalid(
                        "FACE_BASE64",
                        "The face is a picture of at most 256 KiB in base64 (RFC 4648, section 4),"
                                + " without line ends."));
        return new byte[0];
    }

    private Map<EntryField, String> numbered(Map<EntryField, String> row) {
        Map<EntryField, String> texts = new EnumMap<>(EntryField.class);
        texts.putAll(row);
        String number = texts.getOrDefault(EntryField.CARD_ACCESS_NUMBER, "");
        if (number.isEmpty() && program.drawnNumbers()) {
            texts.put(EntryField.CARD_ACCESS_NUMBER, CardAccessNumber.drawn(RANDOM).digits());
        }
        if (!number.isEmpty() && program.profile().pace() == null) {
            fault(
                    EntryField.CARD_ACCESS_NUMBER.word(),
                    Refusal.invalid(
                            "CARD_ACCESS_WITHOUT_PACE",
                            "The program's chips do not know PACE, so that a card access number is"
                                    + " of no use; leave it out."));
        }
        return texts;
    }

    private void fits(DocumentRecord record) {
        if (record.fields().expiry().isBefore(today)) {
            fault(
                    EntryField.EXPIRY.word(),
                    Refusal.invalid("EXPIRY_PAST", "The document would have expired already."));
        }
        try {
            record.fields().zone(program.profile().format());
        } catch (Refusal e) {
            boolean name = e.code().equals("TRAVEL_NAME_LENGTH");
            fault(name ? EntryField.PRIMARY_NAME.word() : "", e);
        }
        if (record.holder() != null) {
            written(record.holder()::bytes);
        }
        if (record.issue() != null) {
            written(record.issue()::bytes);
        }
    }

    /** The details that stand together. */
    private void written(Runnable group) {
        try {
            group.run();
        } catch (Refusal e) {
            fault("", e);
        }
    }

    private void fault(String column, Refusal reason) {
        wrong = true;
        faults.fault(column, reason);
    }
}
