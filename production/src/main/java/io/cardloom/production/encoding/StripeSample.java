package io.cardloom.production.encoding;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.encoding.TrackSample.Part;
import io.cardloom.production.encoding.TrackSample.TrackCharacter;
import io.cardloom.production.magstripe.DiscretionaryPattern.Value;
import io.cardloom.production.magstripe.StripeFormat;
import io.cardloom.production.magstripe.StripeLayout;
import io.cardloom.production.magstripe.TrackFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A card that nobody has: its account number is drawn on the spot in a range that no issuer has
 * (ISO/IEC 7812-1: 9999), its values are drawn too and not made with a key.
 *
 * @param tracks 1 and 2, and 3 where the program writes it
 */
public record StripeSample(List<TrackSample> tracks) {

    private static final String RANGE = "9999";
    private static final int DRAWN = 11;
    private static final DateTimeFormatter YYMM = DateTimeFormatter.ofPattern("uuMM");

    public StripeSample {
        tracks = List.copyOf(tracks);
    }

    static StripeSample drawn(StripeFormat format, YearMonth now, RandomGenerator random) {
        AccountRecord card =
                new AccountRecord(
                        Pan.withCheckDigit(RANGE + digits(random, DRAWN)),
                        PanSequenceNumber.NONE,
                        new ExpiryDate(now.plusYears(4).format(YYMM)),
                        new ServiceCode("201"),
                        CardholderName.of("Sample Card", "CARD/SAMPLE"),
                        "",
                        "");
        String[] values = new String[Value.values().length];
        for (Value value : Value.values()) {
            values[value.ordinal()] = digits(random, value.digits(format.pins().digits()));
        }
        values[Value.PVKI.ordinal()] = Integer.toString(format.pins().keyIndex());
        TrackData tracks = StripeLayout.tracks(card, format, value -> values[value.ordinal()]);
        List<TrackSample> samples = new ArrayList<>();
        samples.add(sample(1, TrackFormat.TRACK_1, tracks.track1()));
        samples.add(sample(2, TrackFormat.TRACK_2, tracks.track2()));
        if (!tracks.track3().isEmpty()) {
            samples.add(sample(3, TrackFormat.TRACK_3, tracks.track3()));
        }
        return new StripeSample(samples);
    }

    private static TrackSample sample(int number, TrackFormat format, String text) {
        byte[] spelled = format.characters(text);
        List<TrackCharacter> characters = new ArrayList<>();
        for (int i = 0; i < spelled.length; i++) {
            boolean check = i == text.length();
            characters.add(
                    character(
                            check ? "LRC" : text.substring(i, i + 1),
                            check ? Part.LRC : part(text, i),
                            spelled[i],
                            format.characterBits()));
        }
        return new TrackSample(
                number,
                format.density(),
                text,
                characters,
                HexFormat.of().withUpperCase().formatHex(format.encode(text)));
    }

    private static TrackCharacter character(String symbol, Part part, byte spelled, int bits) {
        StringBuilder inOrder = new StringBuilder();
        for (int bit = 0; bit < bits; bit++) {
            inOrder.append(spelled >> bit & 1);
        }
        return new TrackCharacter(
                symbol, part, inOrder.substring(0, bits - 1), inOrder.charAt(bits - 1));
    }

    private static Part part(String text, int place) {
        if (place == 0) {
            return Part.START;
        }
        if (place == text.length() - 1) {
            return Part.END;
        }
        return text.charAt(place) == '^' || text.charAt(place) == '=' ? Part.SEPARATOR : Part.DATA;
    }

    private static String digits(RandomGenerator random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
