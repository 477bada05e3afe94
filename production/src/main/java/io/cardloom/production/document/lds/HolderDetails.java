package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.document.mrz.BirthDate;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data group 11: more about the holder, in national letters (ICAO Doc 9303-10, 4.7.11). Empty texts
 * are left out; of several lines each stands by itself, without the filler.
 *
 * @param fullName primary identifier, two fillers, secondary identifier
 * @param otherNames in the same form
 * @param birth null when the data group does not say it
 * @param placeOfBirth town, state, country
 * @param address lines
 */
public record HolderDetails(
        String fullName,
        List<String> otherNames,
        String personalNumber,
        @Nullable BirthDate birth,
        List<String> placeOfBirth,
        List<String> address,
        String telephone,
        String profession,
        String title,
        String summary,
        String custody) {

    private static final DetailTags TAGS =
            new DetailTags(
                    ElementaryFile.DG11,
                    "5F0F",
                    "5F0E",
                    "5F0F",
                    "5F10",
                    "5F2B",
                    "5F11",
                    "5F42",
                    "5F12",
                    "5F13",
                    "5F14",
                    "5F15",
                    "5F18");
    private static final String BIRTH = "5F2B";
    private static final String BETWEEN = "<";

    /**
     * @throws Refusal {@code DOCUMENT_DETAIL} when a line holds the filler that parts lines
     */
    public HolderDetails {
        otherNames = List.copyOf(otherNames);
        placeOfBirth = lines(placeOfBirth);
        address = lines(address);
    }

    /** Details of which only the name is known. */
    public static HolderDetails named(String fullName) {
        return new HolderDetails(
                fullName, List.of(), "", null, List.of(), List.of(), "", "", "", "", "");
    }

    /**
     * @throws Refusal {@code DOCUMENT_DETAIL} when something is too long
     */
    public byte[] bytes() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("5F0E", List.of(fullName));
        texts.put("5F0F", otherNames);
        texts.put("5F10", List.of(personalNumber));
        BirthDate date = birth;
        texts.put(BIRTH, date == null ? List.of() : List.of(date.full()));
        texts.put("5F11", List.of(String.join(BETWEEN, placeOfBirth)));
        texts.put("5F42", List.of(String.join(BETWEEN, address)));
        texts.put("5F12", List.of(telephone));
        texts.put("5F13", List.of(profession));
        texts.put("5F14", List.of(title));
        texts.put("5F15", List.of(summary));
        texts.put("5F18", List.of(custody));
        return TAGS.bytes(texts);
    }

    /**
     * @throws MalformedFile STRUCTURE or VALUE
     */
    public static HolderDetails read(byte[] file) {
        Map<String, List<String>> texts = TAGS.read(file);
        return new HolderDetails(
                text(texts, "5F0E"),
                texts.getOrDefault("5F0F", List.of()),
                text(texts, "5F10"),
                texts.containsKey(BIRTH) ? birth(text(texts, BIRTH)) : null,
                split(text(texts, "5F11")),
                split(text(texts, "5F42")),
                text(texts, "5F12"),
                text(texts, "5F13"),
                text(texts, "5F14"),
                text(texts, "5F15"),
                text(texts, "5F18"));
    }

    private static BirthDate birth(String digits) {
        if (!digits.matches("[0-9]{8}")) {
            throw new MalformedFile(Fault.VALUE);
        }
        try {
            return new BirthDate(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
        } catch (Refusal e) {
            throw new MalformedFile(Fault.VALUE);
        }
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(BETWEEN, -1));
    }

    private static List<String> lines(List<String> lines) {
        if (lines.stream().anyMatch(line -> line.contains(BETWEEN))) {
            throw Refusal.invalid(
                    "DOCUMENT_DETAIL", "A line of a place or an address holds no filler (<).");
        }
        return List.copyOf(lines);
    }

    private static String text(Map<String, List<String>> texts, String tag) {
        return texts.getOrDefault(tag, List.of("")).getFirst();
    }

    @Override
    public String toString() {
        return "HolderDetails[REDACTED]";
    }
}
