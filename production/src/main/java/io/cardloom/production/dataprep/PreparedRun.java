package io.cardloom.production.dataprep;

import io.cardloom.production.RunId;
import java.util.List;
import java.util.Map;

/**
 * What preparation left behind; holds no account data.
 *
 * @param run whose cards were prepared
 * @param cards how many
 * @param keyCheckValues of the keys that were used, by the key's purpose ({@code stripe-cvk})
 * @param files of cards records.csv, lines.csv and carriers.csv, and chip.csv where they have a
 *     chip; of identity documents documents.csv and lines.csv; then the print files and
 *     manifest.json
 */
public record PreparedRun(
        RunId run, int cards, Map<String, String> keyCheckValues, List<PreparedFile> files) {

    public PreparedRun {
        keyCheckValues = Map.copyOf(keyCheckValues);
        files = List.copyOf(files);
    }
}
