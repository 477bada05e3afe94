package io.cardloom.portal.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which moments are killed at together. Every moment that an undisturbed run shows is in one of the
 * rounds, and those that only the world outside shows: a file that grows, a line that carries, a
 * stripe that is written.
 */
record KillPlan(List<Round> rounds) {

    /** Account data are decrypted, pages are being made. */
    static final String RASTER = "while pages are made";

    /** Half of the package is at the bureau, under its temporary name. */
    static final String UPLOAD = "amid the upload";

    /** Half of the acknowledgement is read. */
    static final String ANSWER = "amid the acknowledgement";

    /** The encoder has half of the command. */
    static final String COMMAND = "amid the command to the encoder";

    /** The stripe is written; nobody has read it back. */
    static final String STRIPE = "after the stripe, before the read-back";

    /** What only the world outside shows of a run to the bureau. */
    static final List<String> OUTSIDE = List.of(UPLOAD, ANSWER, RASTER);

    /**
     * One life of the application and where it ends.
     *
     * @param parked moments of runs to the bureau, at each of which one waits
     * @param atEncoder the same for runs to the encoder
     * @param onTheLine the moment at which a run holds the encoder's line
     * @param last what comes last, since it keeps locks from the others
     */
    record Round(
            List<String> parked,
            List<String> atEncoder,
            @Nullable String onTheLine,
            @Nullable String last) {}

    /**
     * @param toBureau the moments of an undisturbed run to the bureau, in their order
     * @param toEncoder the same of one to the encoder
     */
    static KillPlan of(Set<String> toBureau, Set<String> toEncoder) {
        List<String> last = new ArrayList<>(toBureau.stream().filter(KillPlan::locks).toList());
        List<String> parked = new ArrayList<>(toBureau);
        parked.removeAll(last);
        Set<String> own = new LinkedHashSet<>(toEncoder);
        own.removeAll(toBureau);
        last.addAll(own.stream().filter(KillPlan::locks).toList());
        List<String> line = new ArrayList<>(own.stream().filter(KillPlan::isAtACard).toList());
        line.add(COMMAND);
        line.add(STRIPE);
        own.removeAll(last);
        own.removeAll(line);
        parked.addAll(OUTSIDE);
        return new KillPlan(dealt(parked, new ArrayList<>(own), line, last));
    }

    private static List<Round> dealt(
            List<String> parked, List<String> own, List<String> line, List<String> last) {
        int count = Math.max(line.size(), last.size());
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rounds.add(
                    new Round(
                            each(parked, i, count),
                            each(own, i, count),
                            i < line.size() ? line.get(i) : null,
                            i < last.size() ? last.get(i) : null));
        }
        return rounds;
    }

    private static List<String> each(List<String> all, int first, int step) {
        List<String> some = new ArrayList<>();
        for (int i = first; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    /**
     * Whether a transaction that stops there keeps the trail or the scheduler from all others; the
     * two moves inside a node's work keep its own run only.
     */
    private static boolean locks(String moment) {
        return moment.endsWith(" uncommitted")
                && !moment.startsWith("RELEASED-")
                && !moment.startsWith("PREPARED-");
    }

    private static boolean isAtACard(String moment) {
        return moment.startsWith("personalize ");
    }
}
