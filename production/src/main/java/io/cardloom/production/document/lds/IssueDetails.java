package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data group 12: more about the document (ICAO Doc 9303-10, 4.7.12). Empty texts are left out.
 *
 * @param authority that issued it
 * @param issued null when the data group does not say it
 * @param otherPersons named in the document, in the form of the zone
 * @param personalized when the chip was written, UTC by convention; null when it is not said
 * @param system the serial number of what wrote it
 */
public record IssueDetails(
        String authority,
        @Nullable LocalDate issued,
        List<String> otherPersons,
        String endorsements,
        String taxOrExit,
        @Nullable LocalDateTime personalized,
        String system) {

    private static final DetailTags TAGS =
            new DetailTags(
                    ElementaryFile.DG12,
                    "5F1A",
                    "5F19",
                    "5F26",
                    "5F1A",
                    "5F1B",
                    "5F1C",
                    "5F55",
                    "5F56");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    public IssueDetails {
        otherPersons = List.copyOf(otherPersons);
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code DOCUMENT_DETAIL} when something is too
     *     long
     */
    public byte[] bytes() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("5F19", List.of(authority));
        LocalDate day = issued;
        texts.put("5F26", day == null ? List.of() : List.of(day.format(DAY)));
        texts.put("5F1A", otherPersons);
        texts.put("5F1B", List.of(endorsements));
        texts.put("5F1C", List.of(taxOrExit));
        LocalDateTime at = personalized;
        texts.put("5F55", at == null ? List.of() : List.of(at.format(SECOND)));
        texts.put("5F56", List.of(system));
        return TAGS.bytes(texts);
    }

    /**
     * @throws MalformedFile STRUCTURE or VALUE
     */
    public static IssueDetails read(byte[] file) {
        Map<String, List<String>> texts = TAGS.read(file);
        try {
            return new IssueDetails(
                    text(texts, "5F19"),
                    texts.containsKey("5F26") ? LocalDate.parse(text(texts, "5F26"), DAY) : null,
                    texts.getOrDefault("5F1A", List.of()),
                    text(texts, "5F1B"),
                    text(texts, "5F1C"),
                    texts.containsKey("5F55")
                            ? LocalDateTime.parse(text(texts, "5F55"), SECOND)
                            : null,
                    text(texts, "5F56"));
        } catch (DateTimeException e) {
            throw new MalformedFile(Fault.VALUE);
        }
    }

    private static String text(Map<String, List<String>> texts, String tag) {
        return texts.getOrDefault(tag, List.of("")).getFirst();
    }

    @Override
    public String toString() {
        return "IssueDetails[REDACTED]";
    }
}
