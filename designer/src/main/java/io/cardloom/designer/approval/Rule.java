package io.cardloom.designer.approval;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.program.Side;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may decide: each side once, two different persons, and of two who approve at least one who
 * did not draw it (separation of duties; OWASP ASVS 5.0.0, 2.3.5).
 */
final class Rule {

    private static final int MOST_REASON = 1_000;

    private Rule() {}

    /**
     * @param decided what was decided in this round so far
     * @param authors everybody who edited the revision
     * @throws Refusal {@code APPROVAL_ALREADY_DECIDED}, {@code APPROVAL_SAME_PERSON} or {@code
     *     APPROVAL_BY_DESIGNER_ONLY}
     */
    static void check(
            List<ApprovalRound.Decided> decided,
            Set<PersonId> authors,
            Side side,
            PersonId person,
            Decision decision) {
        for (ApprovalRound.Decided before : decided) {
            if (before.side() == side) {
                throw Refusal.conflict(
                        "APPROVAL_ALREADY_DECIDED",
                        before.name() + " has decided for your side already.");
            }
            if (before.person().equals(person)) {
                throw Refusal.forbidden(
                        "APPROVAL_SAME_PERSON",
                        "You have decided for the other side; somebody else has to decide for this"
                                + " one.");
            }
            if (decision == Decision.APPROVED
                    && before.decision() == Decision.APPROVED
                    && authors.contains(person)
                    && authors.contains(before.person())) {
                throw Refusal.forbidden(
                        "APPROVAL_BY_DESIGNER_ONLY",
                        "You and "
                                + before.name()
                                + " have both drawn this design; somebody who has not has to"
                                + " approve it for your side.");
            }
        }
    }

    /**
     * The reason, without blanks around it.
     *
     * @throws Refusal {@code REASON_REQUIRED}, {@code REASON_TOO_LONG}, {@code
     *     REASON_CONTROL_CHARACTER} or {@code REASON_LOOKS_REAL}
     */
    static String reason(Decision decision, String reason) {
        String given = reason.strip();
        if (decision == Decision.CHANGES_REQUIRED && given.isEmpty()) {
            throw Refusal.invalid(
                    "REASON_REQUIRED", "Say what has to change, so that somebody can change it.");
        }
        if (given.length() > MOST_REASON) {
            throw Refusal.invalid(
                    "REASON_TOO_LONG", "A reason may have " + MOST_REASON + " characters.");
        }
        if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw Refusal.invalid(
                    "REASON_CONTROL_CHARACTER",
                    "The reason has a control character in it; write plain text.");
        }
        if (!recordable(given)) {
            throw Refusal.invalid(
                    "REASON_LOOKS_REAL",
                    "The reason has in it what looks like an account number; leave it out.");
        }
        return given;
    }

    /** Whether the trail, which takes no account numbers, would take this text. */
    private static boolean recordable(String text) {
        try {
            return !new AuditEntry("approval.decided", "reason", null, Map.of("reason", text))
                    .details()
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Refusal decidedMeanwhile() {
        return Refusal.conflict(
                "APPROVAL_ALREADY_DECIDED",
                "Somebody has decided for your side at the same moment.");
    }

    static Refusal stale() {
        return Refusal.conflict(
                "APPROVAL_STALE",
                "The design has changed since this revision was frozen; look at the newest one.");
    }

    static Refusal decided(ApprovalRound.State state) {
        return Refusal.conflict(
                "APPROVAL_ALREADY_DECIDED",
                state == ApprovalRound.State.APPROVED
                        ? "Both sides have approved this revision already."
                        : "Changes to this revision were required; change the design and freeze it"
                                + " again.");
    }
}
