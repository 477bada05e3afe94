package io.cardloom.production.key.store;

/** A data key that is made and not kept yet; forgotten, it leaves nothing behind. */
public final class FreshKey {

    private final String name;
    private final DataKey key;
    private final byte[] wrapped;

    FreshKey(String name, DataKey key, byte[] wrapped) {
        this.name = name;
        this.key = key;
        this.wrapped = wrapped;
    }

    public DataKey key() {
        return key;
    }

    String name() {
        return name;
    }

    byte[] wrapped() {
        return wrapped;
    }
}
