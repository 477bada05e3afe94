package io.cardloom.production.dataprep;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run wants prepared.
 *
 * @param run whose cards these are
 * @param order whose account records they are made from
 * @param digest of the approved design revision
 * @param cards in the order in which they will be made; not empty
 */
public record RunOrder(RunId run, CardOrderId order, Digest digest, List<CardSlot> cards) {

    public RunOrder {
        cards = List.copyOf(cards);
        if (cards.isEmpty()
                || cards.stream().map(CardSlot::number).distinct().count() != cards.size()) {
            throw new IllegalArgumentException("a run has cards, each with its own number");
        }
    }

    /** What a manifest says of the run. */
    Map<String, Object> facts(Instant preparedAt) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run", run.value());
        facts.put("order", order.value());
        facts.put("digest", digest.hex64());
        facts.put("cards", cards.size());
        facts.put("preparedAt", preparedAt.toString());
        return facts;
    }

    /** SHA-256 of the plan: which card is made from which record, in which order. */
    String planHash() {
        StringBuilder plan = new StringBuilder();
        cards.forEach(c -> plan.append(c.number()).append(':').append(c.rowNumber()).append(','));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(plan.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
