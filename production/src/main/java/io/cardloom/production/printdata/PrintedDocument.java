package io.cardloom.production.printdata;

import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.production.document.DocumentRecord;
import io.cardloom.production.document.access.CardAccessNumber;
import io.cardloom.production.document.lds.HolderDetails;
import io.cardloom.production.document.lds.IssueDetails;
import io.cardloom.production.document.mrz.BirthDate;
import io.cardloom.production.document.mrz.Mrz;
import io.cardloom.production.document.mrz.MrzFields;
import io.cardloom.production.document.mrz.Sex;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is printed of one identity document: a design's fields are filled by their labels, such as
 * Document number; the name and the expiry fill the fields of cards too. Dates are day, month, year
 * (ICAO Doc 9303-3, 3.8), what is not known of a birth is XX.
 */
public final class PrintedDocument {

    /** Labels of the fields that a document may fill, in the order of files. */
    public static final List<String> LABELS =
            List.of(
                    "document_code",
                    "issuing_state",
                    "document_number",
                    "primary_name",
                    "secondary_name",
                    "nationality",
                    "birth",
                    "sex",
                    "expiry",
                    "card_access_number",
                    "zone_1",
                    "zone_2",
                    "zone_3",
                    "personal_number",
                    "place_of_birth",
                    "address",
                    "authority",
                    "issued");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd MM uuuu");

    private PrintedDocument() {}

    /** The values of a design's fields; a field without one stays empty on this document. */
    public static CardValues card(DocumentRecord record, Mrz zone) {
        MrzFields fields = record.fields();
        String name = (fields.name().secondary() + " " + fields.name().primary()).strip();
        Map<FieldKey, String> standard = new EnumMap<>(FieldKey.class);
        standard.put(FieldKey.CARDHOLDER_NAME, name);
        standard.put(FieldKey.EXPIRY, day(fields.expiry()));
        return new CardValues(standard, labeled(record, zone));
    }

    /** By {@link #LABELS}; what the document does not say is missing. */
    public static Map<String, String> labeled(DocumentRecord record, Mrz zone) {
        MrzFields fields = record.fields();
        Map<String, String> values = new TreeMap<>();
        values.put("document_code", fields.documentCode());
        values.put("issuing_state", fields.issuingState());
        values.put("document_number", fields.documentNumber());
        values.put("primary_name", fields.name().primary());
        values.put("secondary_name", fields.name().secondary());
        values.put("nationality", fields.nationality());
        values.put("birth", birth(fields.birth()));
        values.put(
                "sex",
                fields.sex() == Sex.UNSPECIFIED ? "X" : String.valueOf(fields.sex().letter()));
        values.put("expiry", day(fields.expiry()));
        CardAccessNumber number = record.accessNumber();
        values.put("card_access_number", number == null ? "" : number.digits());
        List<String> lines = zone.lines();
        for (int i = 0; i < lines.size(); i++) {
            values.put("zone_" + (i + 1), lines.get(i));
        }
        details(values, record);
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static void details(Map<String, String> values, DocumentRecord record) {
        HolderDetails holder = record.holder();
        if (holder != null) {
            values.put("personal_number", holder.personalNumber());
            values.put("place_of_birth", String.join(", ", holder.placeOfBirth()));
            values.put("address", String.join(", ", holder.address()));
        }
        IssueDetails issue = record.issue();
        if (issue != null) {
            LocalDate issued = issue.issued();
            values.put("authority", issue.authority());
            values.put("issued", issued == null ? "" : day(issued));
        }
    }

    private static String day(LocalDate date) {
        return date.format(DAY);
    }

    private static String birth(BirthDate birth) {
        return (birth.day() == 0 ? "XX" : "%02d".formatted(birth.day()))
                + " "
                + (birth.month() == 0 ? "XX" : "%02d".formatted(birth.month()))
                + " "
                + (birth.year() == 0 ? "XXXX" : "%04d".formatted(birth.year()));
    }
}
