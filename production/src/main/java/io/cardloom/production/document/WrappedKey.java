package io.cardloom.production.document;

/** A key on its way to the personalizer, wrapped under the transport key. */
public final class WrappedKey {

    private final byte[] wrapped;

    public WrappedKey(byte[] wrapped) {
        this.wrapped = wrapped.clone();
    }

    public byte[] bytes() {
        return wrapped.clone();
    }

    @Override
    public String toString() {
        return "WrappedKey[REDACTED]";
    }
}
