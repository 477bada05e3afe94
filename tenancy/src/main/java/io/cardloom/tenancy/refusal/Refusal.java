package io.cardloom.tenancy.refusal;

import java.util.regex.Pattern;

/**
 * Says that Cardloom will not do what was asked, and why.
 *
 * <p>Nothing has changed when it is thrown inside a piece of work: the transaction is rolled back.
 * A retry with the same input helps only where {@link Kind#CONFLICT} says that the state moved.
 * Neither the code nor the message may hold account data, keys or credentials.
 */
public final class Refusal extends RuntimeException {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final long serialVersionUID = 1L;

    /** What sort of answer this is; an API maps it to 404, 403, 409 or 422. */
    public enum Kind {
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        INVALID
    }

    private final Kind kind;
    private final String code;

    private Refusal(Kind kind, String code, String message) {
        super(message);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a refusal code is UPPER_SNAKE_CASE");
        }
        this.kind = kind;
        this.code = code;
    }

    /** The thing does not exist, or belongs to somebody else: the two are never told apart. */
    public static Refusal notFound(String what) {
        return new Refusal(
                Kind.NOT_FOUND, "NOT_FOUND", "There is no such " + what + ", or it is not yours.");
    }

    /** The actor may not do this; the message names who may. */
    public static Refusal forbidden(String code, String message) {
        return new Refusal(Kind.FORBIDDEN, code, message);
    }

    /** The state has moved on; the message says what it is now. */
    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, message);
    }

    /** The input is wrong; the message says what would pass. */
    public static Refusal invalid(String code, String message) {
        return new Refusal(Kind.INVALID, code, message);
    }

    public Kind kind() {
        return kind;
    }

    /** A stable UPPER_SNAKE_CASE word for programs and for support. */
    public String code() {
        return code;
    }

    /** The sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
