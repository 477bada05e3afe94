package io.cardloom.production.run;

import static io.cardloom.production.run.RunState.CANCELLED;
import static io.cardloom.production.run.RunState.HANDED_OVER;
import static io.cardloom.production.run.RunState.HANDING_OVER;
import static io.cardloom.production.run.RunState.ON_HOLD;
import static io.cardloom.production.run.RunState.PERSONALIZING;
import static io.cardloom.production.run.RunState.PLANNED;
import static io.cardloom.production.run.RunState.PREPARED;
import static io.cardloom.production.run.RunState.PREPARING;
import static io.cardloom.production.run.RunState.PRODUCED;
import static io.cardloom.production.run.RunState.RECONCILED;
import static io.cardloom.production.run.RunState.RELEASED;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The life of a run as data: what is not an arrow here cannot happen. */
final class RunTransitions {

    /** One arrow; from and to name it, no two verbs join the same two states. */
    record Arrow(RunState from, RunVerb verb, RunState to) {}

    static final List<Arrow> ARROWS =
            List.of(
                    new Arrow(PLANNED, RunVerb.RELEASE, RELEASED),
                    new Arrow(PLANNED, RunVerb.CANCEL, CANCELLED),
                    new Arrow(RELEASED, RunVerb.PREPARE, PREPARING),
                    new Arrow(RELEASED, RunVerb.HOLD, ON_HOLD),
                    new Arrow(RELEASED, RunVerb.CANCEL, CANCELLED),
                    new Arrow(PREPARING, RunVerb.SEAL, PREPARED),
                    new Arrow(PREPARING, RunVerb.HOLD, ON_HOLD),
                    new Arrow(PREPARED, RunVerb.SEND, HANDING_OVER),
                    new Arrow(PREPARED, RunVerb.PERSONALIZE, PERSONALIZING),
                    new Arrow(PREPARED, RunVerb.HOLD, ON_HOLD),
                    new Arrow(PREPARED, RunVerb.CANCEL, CANCELLED),
                    new Arrow(HANDING_OVER, RunVerb.DELIVER, HANDED_OVER),
                    new Arrow(HANDING_OVER, RunVerb.HOLD, ON_HOLD),
                    new Arrow(HANDED_OVER, RunVerb.ACKNOWLEDGE, PRODUCED),
                    new Arrow(HANDED_OVER, RunVerb.HOLD, ON_HOLD),
                    new Arrow(PERSONALIZING, RunVerb.FINISH, PRODUCED),
                    new Arrow(PERSONALIZING, RunVerb.HOLD, ON_HOLD),
                    new Arrow(ON_HOLD, RunVerb.RESUME, RELEASED),
                    new Arrow(ON_HOLD, RunVerb.RESUME, PREPARING),
                    new Arrow(ON_HOLD, RunVerb.RESUME, PREPARED),
                    new Arrow(ON_HOLD, RunVerb.RESUME, HANDING_OVER),
                    new Arrow(ON_HOLD, RunVerb.RESUME, HANDED_OVER),
                    new Arrow(ON_HOLD, RunVerb.RESUME, PERSONALIZING),
                    new Arrow(ON_HOLD, RunVerb.CANCEL, CANCELLED),
                    new Arrow(ON_HOLD, RunVerb.STOP, PRODUCED),
                    new Arrow(PRODUCED, RunVerb.REMAKE, PERSONALIZING),
                    new Arrow(PRODUCED, RunVerb.RECONCILE, RECONCILED));

    private RunTransitions() {}

    /**
     * Where the verb leads.
     *
     * @param heldFrom where a run on hold was; it is resumed to there
     * @throws Refusal {@code RUN_STATE} when there is no such arrow
     */
    static RunState next(RunState from, RunVerb verb, @Nullable RunState heldFrom) {
        return ARROWS.stream()
                .filter(a -> a.from() == from && a.verb() == verb)
                .filter(a -> verb != RunVerb.RESUME || a.to() == heldFrom)
                .map(Arrow::to)
                .findFirst()
                .orElseThrow(() -> refused(from, verb));
    }

    /** What is said when there is no such arrow. */
    static Refusal refused(RunState from, RunVerb verb) {
        List<String> states =
                ARROWS.stream()
                        .filter(a -> a.verb() == verb)
                        .map(a -> words(a.from()))
                        .distinct()
                        .toList();
        return Refusal.conflict(
                "RUN_STATE",
                "The run is "
                        + words(from)
                        + "; it can be "
                        + verb.participle()
                        + " only while it is "
                        + String.join(" or ", states)
                        + ".");
    }

    private static String words(RunState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
