package io.cardloom.production.key.life;

import static io.cardloom.production.key.life.CeremonyState.ABANDONED;
import static io.cardloom.production.key.life.CeremonyState.COMPLETED;
import static io.cardloom.production.key.life.CeremonyState.DISTRIBUTING;
import static io.cardloom.production.key.life.CeremonyState.FAILED;
import static io.cardloom.production.key.life.CeremonyState.OPEN;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Locale;

/** The life of a ceremony as data: what is not an arrow here cannot happen. */
final class CeremonyTransitions {

    /** One arrow, named by its two ends. */
    record Arrow(CeremonyState from, String verb, CeremonyState to) {}

    static final List<Arrow> ARROWS =
            List.of(
                    new Arrow(OPEN, "distribute", DISTRIBUTING),
                    new Arrow(OPEN, "complete", COMPLETED),
                    new Arrow(OPEN, "fail", FAILED),
                    new Arrow(OPEN, "abandon", ABANDONED),
                    new Arrow(DISTRIBUTING, "complete", COMPLETED),
                    new Arrow(DISTRIBUTING, "abandon", ABANDONED));

    private CeremonyTransitions() {}

    /**
     * @throws Refusal {@code CEREMONY_STATE} when there is no such arrow
     */
    static void require(CeremonyState from, CeremonyState to) {
        if (ARROWS.stream().noneMatch(a -> a.from() == from && a.to() == to)) {
            throw refused(from);
        }
    }

    static Refusal refused(CeremonyState now) {
        return Refusal.conflict(
                "CEREMONY_STATE",
                "The ceremony is "
                        + now.name().toLowerCase(Locale.ROOT)
                        + ", and this is not its turn. Look at it again.");
    }
}
