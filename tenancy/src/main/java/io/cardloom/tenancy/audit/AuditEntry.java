package io.cardloom.tenancy.audit;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What happened, to what.
 *
 * @param action a past-tense word of the trade with its room, such as {@code design.frozen}
 * @param subject the id of the thing (design, order, run ...)
 * @param digest the design digest this concerns (64 lower-case hex characters), null where none
 * @param success false for an attempt that was refused or failed
 * @param details short facts: counts, key check values, reasons; never account data or secrets
 */
public record AuditEntry(
        String action,
        String subject,
        @Nullable String digest,
        Map<String, String> details,
        boolean success) {

    /** Something that was done. */
    public AuditEntry(
            String action, String subject, @Nullable String digest, Map<String, String> details) {
        this(action, subject, digest, details, true);
    }

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9]*(\\.[a-zA-Z0-9_-]+)+");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?<![0-9A-Za-z])[2-6]\\d{3}(?:[ -]?\\d){9,15}(?![0-9A-Za-z])");

    public AuditEntry {
        details = Map.copyOf(details);
        if (!ACTION.matcher(action).matches() || action.length() > 80) {
            throw new IllegalArgumentException("an action is a room, a dot and a past-tense word");
        }
        if (subject.isEmpty() || subject.length() > 120) {
            throw new IllegalArgumentException("a subject has 1 to 120 characters");
        }
        if (digest != null && !DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("a digest has 64 lower-case hex characters");
        }
        if (account(subject) || details.values().stream().anyMatch(AuditEntry::account)) {
            throw new IllegalArgumentException("this looks like an account number");
        }
    }

    public static AuditEntry of(String action, String subject) {
        return new AuditEntry(action, subject, null, Map.of());
    }

    /** Digits that pass for an account number (ISO/IEC 7812-1, annex B). */
    private static boolean account(String text) {
        return ACCOUNT.matcher(text).results().anyMatch(found -> luhn(found.group()));
    }

    private static boolean luhn(String text) {
        int sum = 0;
        boolean second = false;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                int doubled = second ? digit * 2 : digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
                second = !second;
            }
        }
        return sum % 10 == 0;
    }
}
