package io.cardloom.designer.profile;

import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import java.util.Map;
import java.util.Set;

/**
 * What one print method can hold.
 *
 * @param color whether it prints more than one tone
 * @param plates the words of the print plates it has: {@code color}, {@code black}, {@code white},
 *     {@code uv}
 * @param figures by name; lengths in micrometers, ink in percent
 * @param finishes figures that differ on a finish; a name that is missing there is the method's
 * @param note where the figures come from, one sentence
 */
public record PrintProfile(
        PrintMethod method,
        boolean color,
        Set<String> plates,
        Map<String, Integer> figures,
        Map<Finish, Map<String, Integer>> finishes,
        String note) {

    public PrintProfile {
        plates = Set.copyOf(plates);
        figures = Map.copyOf(figures);
        finishes = Map.copyOf(finishes);
    }

    /**
     * The figure of that name on that finish.
     *
     * @throws IllegalArgumentException when the profile has none of that name
     */
    public int figure(String name, Finish finish) {
        Integer figure =
                finishes.getOrDefault(finish, Map.of()).getOrDefault(name, figures.get(name));
        if (figure == null) {
            throw new IllegalArgumentException("a print profile has no figure " + name);
        }
        return figure;
    }
}
