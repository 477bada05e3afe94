package io.cardloom.production.intake;

import static io.cardloom.production.accountdata.CardholderName.MAX_PRINTED;

import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Makes cardholder lists of people who do not exist, for demo, dry runs and tests.
 *
 * <p>Every row is marked as test data: the account number begins with 999900, which no issuer is
 * assigned (ISO/IEC 7812-1 leaves 9 to national use, and 999 is no country), and the image id
 * begins with TEST. The same seed gives the same list.
 */
public final class SampleCardholders {

    /** The first digits of every sample account number. */
    public static final String TEST_IIN = "999900";

    private static final String HEADER =
            "pan,expiry,service_code,cardholder_name,encoded_name,second_line,psn,image_id\r\n";
    private static final String[] SERVICE_CODES = {"101", "201", "221", "601"};
    private static final String[] COMPANIES = {
        "",
        "",
        "",
        "",
        "",
        "Atelier Noël & Fils",
        "Åkerström Bryggeri AB",
        "Café Löwe GmbH",
        "O'Shea Joinery Ltd",
        "Gold member",
        "\"Mills, Crane & Co.\""
    };

    private SampleCardholders() {}

    /**
     * A list as CSV in UTF-8, header first; nothing in it is secret.
     *
     * @param count rows, 1 to {@link Intake#MOST_ROWS}
     * @param seed another seed gives other people with other account numbers
     * @param now the cards expire three to five years later
     */
    public static byte[] csv(int count, long seed, YearMonth now) {
        if (count < 1 || count > Intake.MOST_ROWS) {
            throw new IllegalArgumentException("a list has 1 to " + Intake.MOST_ROWS + " rows");
        }
        Random random = new Random(seed);
        Set<String> accounts = new HashSet<>();
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= count; i++) {
            String account = account(random);
            while (!accounts.add(account)) {
                account = account(random);
            }
            appendRow(csv, account, i, random, now);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendRow(
            StringBuilder csv, String account, int number, Random random, YearMonth now) {
        YearMonth expiry = now.plusMonths(36 + random.nextInt(25));
        String given = pick(SampleNames.GIVEN, random);
        String surname = pick(SampleNames.SURNAMES, random);
        if (random.nextInt(12) == 0) {
            String both = surname + "-" + pick(SampleNames.SURNAMES, random);
            surname = withInitial(given, both).length() > MAX_PRINTED ? surname : both;
        }
        String printed = given + " " + surname;
        if (printed.length() > MAX_PRINTED) {
            printed = withInitial(given, surname);
        }
        csv.append(Pan.withCheckDigit(account).digits())
                .append(String.format(",%02d%02d,", expiry.getYear() % 100, expiry.getMonthValue()))
                .append(pick(SERVICE_CODES, random))
                .append(',')
                .append(printed)
                .append(',')
                .append(encoded(printed, given, surname))
                .append(',')
                .append(pick(COMPANIES, random))
                .append(",,TEST-")
                .append(number)
                .append("\r\n");
    }

    private static String withInitial(String given, String surname) {
        return given.charAt(0) + ". " + surname;
    }

    /** A short form for the stripe where the whole name is too long for it; else nothing. */
    private static String encoded(String printed, String given, String surname) {
        if (fits(printed)) {
            return "";
        }
        String initial = CardholderName.of(given, "").encoded().substring(0, 1);
        String last = CardholderName.of(surname.split("-", -1)[0], "").encoded();
        return last.substring(0, Math.min(last.length(), CardholderName.MAX_ENCODED - 2))
                + "/"
                + initial;
    }

    private static boolean fits(String printed) {
        try {
            return CardholderName.of(printed, "").encoded().length() <= CardholderName.MAX_ENCODED;
        } catch (Refusal tooLong) {
            return false;
        }
    }

    private static String account(Random random) {
        return TEST_IIN + String.format("%09d", random.nextInt(1_000_000_000));
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
