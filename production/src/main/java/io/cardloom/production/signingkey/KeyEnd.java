package io.cardloom.production.signingkey;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a private key, as part of its row: one custodian asks, another confirms, the device is
 * told, and what it did is written down. The confirmation is committed before the device is told;
 * what a failure leaves in between any custodian finishes.
 */
@Embeddable
public class KeyEnd {

    @Enumerated(EnumType.STRING)
    private KeyEndState state = KeyEndState.LIVING;

    @Column(name = "asked_by")
    private @Nullable String askedBy;

    @Column(name = "confirmed_by")
    @SuppressWarnings("UnusedVariable") // for whoever reads the rows; the trail has it too
    private @Nullable String confirmedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    public KeyEndState state() {
        return state;
    }

    /** Who asked for it; null for nobody. */
    public @Nullable PersonId asker() {
        return askedBy == null ? null : new PersonId(askedBy);
    }

    /** When the device had destroyed it; null while it has not. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Whether it may sign. */
    public boolean usable() {
        return state == KeyEndState.LIVING || state == KeyEndState.ASKED;
    }

    /**
     * @throws Refusal {@code SIGNING_KEY_SETTLED} (conflict) when somebody asked already
     */
    public void ask(Actor actor) {
        require(KeyEndState.LIVING);
        askedBy = actor.requirePerson().value();
        state = KeyEndState.ASKED;
    }

    /**
     * Takes back what was asked for and is not confirmed.
     *
     * @throws Refusal {@code SIGNING_KEY_SETTLED} (conflict) when nobody asks for it
     */
    public void keep() {
        require(KeyEndState.ASKED);
        live();
    }

    /**
     * Takes a key into use, whose destruction somebody may have asked for.
     *
     * @throws Refusal {@code SIGNING_KEY_SETTLED} (conflict) when it is being destroyed
     */
    public void use() {
        if (!usable()) {
            throw settled();
        }
        live();
    }

    /**
     * Confirms what another custodian asked for; one that was confirmed is to be finished.
     *
     * @return whether it was not confirmed before
     * @throws Refusal {@code SIGNING_KEY_SAME_PERSON}; {@code SIGNING_KEY_SETTLED} (conflict) when
     *     nobody asks for it, or it is destroyed
     */
    public boolean confirm(Actor actor) {
        String person = actor.requirePerson().value();
        if (state == KeyEndState.ENDING) {
            return false;
        }
        require(KeyEndState.ASKED);
        if (person.equals(askedBy)) {
            throw Refusal.forbidden(
                    "SIGNING_KEY_SAME_PERSON",
                    "You asked for this key's destruction yourself. Have another key custodian"
                            + " confirm it.");
        }
        confirmedBy = person;
        state = KeyEndState.ENDING;
        return true;
    }

    /**
     * The device destroyed it.
     *
     * @throws Refusal {@code SIGNING_KEY_SETTLED} (conflict) when somebody wrote that down already
     */
    public void done(Instant at) {
        require(KeyEndState.ENDING);
        state = KeyEndState.DESTROYED;
        endedAt = at;
    }

    private void live() {
        state = KeyEndState.LIVING;
        askedBy = null;
    }

    private void require(KeyEndState wanted) {
        if (state != wanted) {
            throw settled();
        }
    }

    private static Refusal settled() {
        return Refusal.conflict(
                "SIGNING_KEY_SETTLED",
                "Somebody was faster: this key is not what it was. Load the page again to see what"
                        + " became of it.");
    }
}
