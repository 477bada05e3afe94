package io.cardloom.production.intake;

import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.entry.EntryCheck;
import io.cardloom.production.document.entry.EntryField;
import io.cardloom.production.document.mrz.MrzFormat;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Holders of identity documents who do not exist, read by the same checks as any list. Each is a
 * citizen of Utopia (UTO), the State of ICAO's specimens, with a document number that begins with
 * SAMPLE and a face that is drawn.
 */
public final class SampleHolders {

    private static final int YOUNGEST = 18;
    private static final int AGES = 60;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int YEARS_GOOD = 10;
    private static final String[] SEXES = {"F", "M", "X"};

    private SampleHolders() {}

    /**
     * Documents of people who do not exist.
     *
     * @param today when they are issued
     * @return nearly as many as asked for: some names grow too long for the program's zone
     */
    public static List<EntryCheck.Checked> documents(
            int count, long seed, DocumentProgram program, LocalDate today) {
        EntryCheck check =
                new EntryCheck(
                        program,
                        today,
                        (column, reason) -> {
                            // Somebody who does not exist is not missed.
                        });
        Random random = new Random(seed);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> row(number, random, program, today))
                .flatMap(row -> check.document(row).stream())
                .toList();
    }

    private static Map<EntryField, String> row(
            int number, Random random, DocumentProgram program, LocalDate today) {
        String given = SampleNames.GIVEN[random.nextInt(SampleNames.GIVEN.length)];
        String surname = SampleNames.SURNAMES[random.nextInt(SampleNames.SURNAMES.length)];
        Map<EntryField, String> row = new EnumMap<>(EntryField.class);
        row.put(EntryField.DOCUMENT_CODE, program.profile().format() == MrzFormat.TD3 ? "P" : "I");
        row.put(EntryField.ISSUING_STATE, "UTO");
        row.put(EntryField.DOCUMENT_NUMBER, "SAMPLE%03d".formatted(number));
        row.put(EntryField.PRIMARY_NAME, surname);
        row.put(EntryField.SECONDARY_NAME, given);
        row.put(EntryField.NATIONALITY, "UTO");
        row.put(EntryField.BIRTH, birth(random, today).toString());
        row.put(EntryField.SEX, SEXES[random.nextInt(SEXES.length)]);
        row.put(EntryField.EXPIRY, today.plusYears(YEARS_GOOD).toString());
        if (program.profile().pace() != null) {
            row.put(EntryField.CARD_ACCESS_NUMBER, "%06d".formatted(random.nextInt(1_000_000)));
        }
        row.put(EntryField.FACE, Base64.getEncoder().encodeToString(SampleFace.jpeg(number)));
        row.put(EntryField.FULL_NAME, surname + "<<" + given);
        row.put(EntryField.PERSONAL_NUMBER, "SAMPLE-" + number);
        row.put(EntryField.PLACE_OF_BIRTH, "Zenith\nUtopia");
        row.put(EntryField.ADDRESS, number + " Sample Street\nZenith");
        row.put(EntryField.AUTHORITY, "Sample Office, Zenith");
        row.put(EntryField.ISSUED, today.toString());
        return row;
    }

    private static LocalDate birth(Random random, LocalDate today) {
        return today.minusYears(YOUNGEST + random.nextInt(AGES))
                .minusDays(random.nextInt(DAYS_OF_A_YEAR));
    }
}
