package io.cardloom.tenancy.credential;

import java.util.Objects;

/**
 * A value that must not be printed: it is redacted by its type, in logs, messages and debuggers'
 * text. It is not serializable, and equality is identity, so that it is not compared by accident in
 * time that tells.
 */
public final class Secret<T> {

    private final T value;

    private Secret(T value) {
        this.value = Objects.requireNonNull(value);
    }

    public static <T> Secret<T> of(T value) {
        return new Secret<>(value);
    }

    /** The value itself, at the one place that needs it. */
    public T reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
