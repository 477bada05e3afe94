package io.cardloom.production.document.entry;

import io.cardloom.production.document.DocumentRecord;
import io.cardloom.production.document.access.CardAccessNumber;
import io.cardloom.production.document.lds.FacePicture;
import io.cardloom.production.document.lds.HolderDetails;
import io.cardloom.production.document.lds.IssueDetails;
import io.cardloom.production.document.lds.MalformedFile;
import io.cardloom.production.document.mrz.BirthDate;
import io.cardloom.production.document.mrz.MrzFields;
import io.cardloom.production.document.mrz.MrzPart;
import io.cardloom.production.document.mrz.Sex;
import io.cardloom.production.document.mrz.TravelName;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one document of a list, each field by itself. */
final class EntryReading {

    private static final int MAX_BYTES = 1_024;
    private static final int MAX_LENGTH = 8_000;
    private static final Set<EntryField> LINES =
            EnumSet.of(
                    EntryField.OTHER_NAMES,
                    EntryField.PLACE_OF_BIRTH,
                    EntryField.ADDRESS,
                    EntryField.OTHER_PERSONS);
    private static final Set<EntryField> HOLDER =
            EnumSet.range(EntryField.FULL_NAME, EntryField.CUSTODY);
    private static final Set<EntryField> ISSUE =
            EnumSet.range(EntryField.AUTHORITY, EntryField.TAX_OR_EXIT);

    private final DocumentEntry entry;
    private final EntryFaults faults;
    private boolean wrong;

    private EntryReading(DocumentEntry entry, EntryFaults faults) {
        this.entry = entry;
        this.faults = faults;
    }

    /** The document; null when anything is wrong, which the faults were told. */
    static @Nullable DocumentRecord read(DocumentEntry entry, EntryFaults faults) {
        return new EntryReading(entry, faults).read();
    }

    /** The same where every fault throws. */
    static DocumentRecord of(DocumentEntry entry, EntryFaults throwing) {
        return Objects.requireNonNull(read(entry, throwing));
    }

    private @Nullable DocumentRecord read() {
        for (EntryField field : EntryField.values()) {
            present(field);
        }
        part(EntryField.DOCUMENT_CODE, MrzPart.DOCUMENT_CODE);
        part(EntryField.ISSUING_STATE, MrzPart.ISSUING_STATE);
        part(EntryField.DOCUMENT_NUMBER, MrzPart.DOCUMENT_NUMBER);
        part(EntryField.NATIONALITY, MrzPart.NATIONALITY);
        part(EntryField.OPTIONAL_DATA, MrzPart.OPTIONAL);
        part(EntryField.SECOND_OPTIONAL_DATA, MrzPart.SECOND_OPTIONAL);
        TravelName name = name();
        BirthDate birth = value(EntryField.BIRTH, EntryReading::birth);
        Sex sex = value(EntryField.SEX, EntryReading::sex);
        LocalDate expiry = value(EntryField.EXPIRY, EntryReading::date);
        LocalDate issued = value(EntryField.ISSUED, EntryReading::date);
        CardAccessNumber number = value(EntryField.CARD_ACCESS_NUMBER, CardAccessNumber::new);
        FacePicture face = face();
        HolderDetails holder = wrong ? null : holder(birth);
        if (wrong || name == null || birth == null || sex == null || expiry == null) {
            return null;
        }
        MrzFields fields = fields(name, birth, sex, expiry);
        return fields == null || face == null || wrong
                ? null
                : new DocumentRecord(fields, face, holder, issue(issued), number);
    }

    private void present(EntryField field) {
        String text = entry.text(field);
        if (field == EntryField.FACE) {
            return;
        }
        if (text.isEmpty() && field.isRequired()) {
            fault(
                    field,
                    Refusal.invalid(
                            "DOCUMENT_VALUE_MISSING", "No document goes without this; give it."));
        }
        List<String> lines = LINES.contains(field) ? lines(field) : List.of(text);
        for (String line : lines) {
            if (text.length() > MAX_LENGTH
                    || line.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES
                    || line.codePoints().anyMatch(Character::isISOControl)) {
                fault(
                        field,
                        Refusal.invalid(
                                "DOCUMENT_DETAIL",
                                "A detail of the document has at most 1,024 bytes of text without"
                                        + " control characters, a list of them 8,000 characters."));
                return;
            }
        }
    }

    private void part(EntryField field, MrzPart part) {
        value(
                field,
                text -> {
                    part.require(text);
                    return text;
                });
    }

    /** Null when the list does not say it, or says it wrongly. */
    private <T> @Nullable T value(EntryField field, Function<String, T> reader) {
        String text = entry.text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (Refusal e) {
            fault(field, e);
            return null;
        }
    }

    private @Nullable TravelName name() {
        String primary = entry.text(EntryField.PRIMARY_NAME);
        String secondary = entry.text(EntryField.SECONDARY_NAME);
        String zone = entry.text(EntryField.ZONE_NAME);
        if (primary.isEmpty()) {
            return null;
        }
        try {
            return zone.isEmpty()
                    ? TravelName.of(primary, secondary)
                    : TravelName.of(primary, secondary, zone);
        } catch (Refusal e) {
            boolean ofZone = e.code().equals("TRAVEL_NAME_ZONE") && !zone.isEmpty();
            fault(ofZone ? EntryField.ZONE_NAME : EntryField.PRIMARY_NAME, e);
            return null;
        }
    }

    private @Nullable FacePicture face() {
        try {
            return FacePicture.of(entry.face());
        } catch (MalformedFile e) {
            fault(EntryField.FACE, EntryFaults.face());
            return null;
        }
    }

    private @Nullable MrzFields fields(
            TravelName name, BirthDate birth, Sex sex, LocalDate expiry) {
        try {
            return new MrzFields(
                    entry.text(EntryField.DOCUMENT_CODE),
                    entry.text(EntryField.ISSUING_STATE),
                    name,
                    entry.text(EntryField.DOCUMENT_NUMBER),
                    entry.text(EntryField.NATIONALITY),
                    birth,
                    sex,
                    expiry,
                    entry.text(EntryField.OPTIONAL_DATA),
                    entry.text(EntryField.SECOND_OPTIONAL_DATA));
        } catch (Refusal e) {
            fault(EntryField.EXPIRY, e);
            return null;
        }
    }

    private @Nullable HolderDetails holder(@Nullable BirthDate birth) {
        if (HOLDER.stream().allMatch(field -> entry.text(field).isEmpty())) {
            return null;
        }
        try {
            return new HolderDetails(
                    entry.text(EntryField.FULL_NAME),
                    lines(EntryField.OTHER_NAMES),
                    entry.text(EntryField.PERSONAL_NUMBER),
                    birth,
                    lines(EntryField.PLACE_OF_BIRTH),
                    lines(EntryField.ADDRESS),
                    entry.text(EntryField.TELEPHONE),
                    entry.text(EntryField.PROFESSION),
                    entry.text(EntryField.TITLE),
                    entry.text(EntryField.PERSONAL_SUMMARY),
                    entry.text(EntryField.CUSTODY));
        } catch (Refusal e) {
            boolean place = entry.text(EntryField.PLACE_OF_BIRTH).contains("<");
            fault(place ? EntryField.PLACE_OF_BIRTH : EntryField.ADDRESS, e);
            return null;
        }
    }

    private @Nullable IssueDetails issue(@Nullable LocalDate issued) {
        if (ISSUE.stream().allMatch(field -> entry.text(field).isEmpty())) {
            return null;
        }
        return new IssueDetails(
                entry.text(EntryField.AUTHORITY),
                issued,
                lines(EntryField.OTHER_PERSONS),
                entry.text(EntryField.ENDORSEMENTS),
                entry.text(EntryField.TAX_OR_EXIT),
                null,
                "");
    }

    private List<String> lines(EntryField field) {
        return Stream.of(entry.text(field).split("\\R")).filter(l -> !l.isBlank()).toList();
    }

    private static BirthDate birth(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw Refusal.invalid(
                    "BIRTH_DATE",
                    "A date of birth is written as year, month and day, such as 1974-08-12, with"
                            + " zeros for what is not known of it.");
        }
        String[] parts = text.split("-");
        return new BirthDate(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "DOCUMENT_DATE", "A date is written as year, month and day: 2031-04-15.");
        }
    }

    private static Sex sex(String text) {
        return Arrays.stream(Sex.values())
                .filter(s -> text.equals(s == Sex.UNSPECIFIED ? "X" : String.valueOf(s.letter())))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("DOCUMENT_SEX", "The sex is written F, M or X."));
    }

    private void fault(EntryField field, Refusal reason) {
        wrong = true;
        faults.fault(field.word(), reason);
    }
}
