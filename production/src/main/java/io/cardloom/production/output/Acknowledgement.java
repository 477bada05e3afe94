package io.cardloom.production.output;

import java.util.List;

/**
 * A bureau's account of one package.
 *
 * @param name of the package this answers
 * @param good plastics that became good cards
 * @param spoiled plastics that were spoiled, at least one for each spoiled number
 * @param left plastics that were not used; good + spoiled + left is the stock the package named
 * @param spoiledNumbers the cards of the run that were not made good, each number once
 * @param signer who signed it, as the gateway verified it (a certificate's subject); empty if the
 *     channel itself vouches for it
 */
public record Acknowledgement(
        PackageName name,
        int good,
        int spoiled,
        int left,
        List<Integer> spoiledNumbers,
        String signer) {

    public Acknowledgement {
        spoiledNumbers = List.copyOf(spoiledNumbers);
        if (good < 0 || spoiled < 0 || left < 0) {
            throw new IllegalArgumentException("counts of cards are not negative");
        }
    }
}
