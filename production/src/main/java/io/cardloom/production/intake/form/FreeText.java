package io.cardloom.production.intake.form;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.tenancy.refusal.Refusal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns in which issuers write as they like, within what can be printed. */
final class FreeText {

    private static final Pattern LINE =
            Pattern.compile("[\\p{IsLatin}\\p{M}0-9 .,'’&/+()#-]{0,40}");
    private static final Pattern CUSTOM =
            Pattern.compile("[\\p{IsLatin}\\p{M}0-9 .,:;'’\"&/+()#@_*!?-]{0,100}");
    private static final Pattern IMAGE_ID = Pattern.compile("[A-Za-z0-9._-]{0,64}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){11,18}");

    private FreeText() {}

    /** The second name line; empty when there is none. */
    static String line(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (!LINE.matcher(composed).matches()) {
            throw Refusal.invalid(
                    "SECOND_LINE",
                    "The second line holds at most 40 Latin letters, digits, blanks and . , ' & /"
                            + " + ( ) # -");
        }
        refuseAccountNumber(composed);
        return composed;
    }

    /** A field that the issuer names itself; empty when there is none. */
    static String custom(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (!CUSTOM.matcher(composed).matches()) {
            throw Refusal.invalid(
                    "CUSTOM_FIELD",
                    "A field of your own holds at most 100 Latin letters, digits, blanks and usual"
                            + " marks.");
        }
        refuseAccountNumber(composed);
        return composed;
    }

    /** The issuer's id of a picture; empty when there is none. */
    static String imageId(String text) {
        if (!IMAGE_ID.matcher(text).matches()) {
            throw Refusal.invalid(
                    "IMAGE_ID",
                    "An image id holds at most 64 letters without accents, digits and . _ -");
        }
        refuseAccountNumber(text);
        return text;
    }

    private static void refuseAccountNumber(String text) {
        Matcher numbers = LONG_NUMBER.matcher(text);
        while (numbers.find()) {
            if (isPan(numbers.group().replaceAll("[ -]", ""))) {
                throw Refusal.invalid(
                        "ACCOUNT_NUMBER_MISPLACED",
                        "This column holds what looks like an account number; it belongs in the"
                                + " column pan only.");
            }
        }
    }

    private static boolean isPan(String digits) {
        try {
            return new Pan(digits).digits().length() >= Pan.MIN_DIGITS;
        } catch (Refusal e) {
            return false;
        }
    }
}
