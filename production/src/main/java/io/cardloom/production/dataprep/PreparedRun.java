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
 * @param files records.csv, lines.csv, carriers.csv, the print files and manifest.json, and
 *     chip.csv where cards have a chip
 */
public record PreparedRun(
        RunId run, int cards, Map<String, String> keyCheckValues, List<PreparedFile> files) {

    public PreparedRun {
        keyCheckValues = Map.copyOf(keyCheckValues);
        files = List.copyOf(files);
    }
}
