package io.cardloom.production.intake.form;

import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.tenancy.refusal.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether a stripe's name, as a host wrote it, can be a cardholder's. */
final class StripeNames {

    private StripeNames() {}

    /**
     * Whether each word of the stripe's name begins another word of the printed one, in whatever
     * order: surname first, given names as initials, words cut short. Letters are those of ICAO Doc
     * 9303, or without their marks.
     */
    static boolean spells(String encoded, String printed) {
        if (!isName(encoded)) {
            return false;
        }
        String capitals = printed.toUpperCase(Locale.ROOT);
        String bare = Normalizer.normalize(capitals, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Stream.of(
                        CardholderName.inStripeLetters(printed),
                        bare.replaceAll("['’‘ʼ`]", ""),
                        bare)
                .anyMatch(name -> begins(words(encoded), words(name)));
    }

    private static boolean isName(String encoded) {
        try {
            return !new CardholderName("A", encoded).encoded().isEmpty();
        } catch (Refusal e) {
            return false;
        }
    }

    /** The longest first: what it may begin, a shorter one of the same letters may begin too. */
    private static boolean begins(List<String> words, List<String> of) {
        List<String> left = new ArrayList<>(of);
        return !words.isEmpty()
                && words.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .allMatch(
                                word ->
                                        left.stream()
                                                .filter(whole -> whole.startsWith(word))
                                                .findFirst()
                                                .map(left::remove)
                                                .orElse(false));
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("[^\\p{L}]+", -1)).filter(w -> !w.isEmpty()).toList();
    }
}
