package io.cardloom.production.emv;

import io.cardloom.production.tlv.Dgi;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a personalizer stores in one application of one card.
 *
 * @param aid the application's identifier
 * @param groupings in the order in which they are stored
 * @param encrypted the DGIs whose data are encrypted under the transport key (two-key triple DES,
 *     each block for itself; the personalizer encrypts them again for the card's session)
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two calls, never compared
public record PersonalizationRecord(byte[] aid, List<Dgi> groupings, Set<Integer> encrypted) {

    public PersonalizationRecord {
        groupings = List.copyOf(groupings);
        encrypted = Set.copyOf(encrypted);
    }

    /**
     * One line of text: the identifier, which DGIs are encrypted, and all DGIs one after the other,
     * in hexadecimal digits with commas between.
     */
    public String line() {
        List<String> secret =
                encrypted.stream().sorted().map(id -> String.format("%04X", id)).toList();
        return HexFormat.of().formatHex(aid).toUpperCase(Locale.ROOT)
                + ','
                + String.join(" ", secret)
                + ','
                + HexFormat.of().formatHex(Dgi.toBytes(groupings)).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "PersonalizationRecord[REDACTED]";
    }
}
