package io.cardloom.production.key.life;

import static io.cardloom.production.key.life.KeyState.ACTIVE;
import static io.cardloom.production.key.life.KeyState.COMPROMISED;
import static io.cardloom.production.key.life.KeyState.DESTROYED;
import static io.cardloom.production.key.life.KeyState.PREPARED;
import static io.cardloom.production.key.life.KeyState.RETIRED;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Locale;

/** The life of a key's version as data: what is not an arrow here cannot happen. */
final class KeyTransitions {

    /** One arrow. */
    record Arrow(KeyState from, KeyVerb verb, KeyState to) {}

    static final List<Arrow> ARROWS =
            List.of(
                    new Arrow(PREPARED, KeyVerb.ACTIVATE, ACTIVE),
                    new Arrow(PREPARED, KeyVerb.REVOKE, COMPROMISED),
                    new Arrow(PREPARED, KeyVerb.DESTROY, DESTROYED),
                    new Arrow(ACTIVE, KeyVerb.RETIRE, RETIRED),
                    new Arrow(ACTIVE, KeyVerb.REVOKE, COMPROMISED),
                    new Arrow(RETIRED, KeyVerb.REVOKE, COMPROMISED),
                    new Arrow(RETIRED, KeyVerb.DESTROY, DESTROYED),
                    new Arrow(COMPROMISED, KeyVerb.DESTROY, DESTROYED));

    private KeyTransitions() {}

    /**
     * Where the verb leads.
     *
     * @throws Refusal {@code KEY_STATE} when there is no such arrow
     */
    static KeyState next(KeyState from, KeyVerb verb) {
        return ARROWS.stream()
                .filter(a -> a.from() == from && a.verb() == verb)
                .map(Arrow::to)
                .findFirst()
                .orElseThrow(() -> refused(from, verb));
    }

    private static Refusal refused(KeyState from, KeyVerb verb) {
        List<String> states =
                ARROWS.stream()
                        .filter(a -> a.verb() == verb)
                        .map(a -> a.from().name().toLowerCase(Locale.ROOT))
                        .toList();
        return Refusal.conflict(
                "KEY_STATE",
                "This version of the key is "
                        + from.name().toLowerCase(Locale.ROOT)
                        + "; it can be "
                        + verb.participle()
                        + " only while it is "
                        + String.join(" or ", states)
                        + ".");
    }
}
