package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.PinEncryption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A key that is opened when it is used first. For one thread. */
final class LaterKey implements PinEncryption.Key {

    private final Supplier<PinEncryption.Key> opened;

    private LaterKey(Supplier<PinEncryption.Key> opened) {
        this.opened = opened;
    }

    static PinEncryption.Key of(Supplier<PinEncryption.Key> key) {
        return new LaterKey(once(key));
    }

    /** The key as it was opened at the first asking. */
    static <K> Supplier<K> once(Supplier<K> key) {
        return new Supplier<>() {
            private @Nullable K known;

            @Override
            public K get() {
                K opened = known;
                return opened != null ? opened : (known = key.get());
            }
        };
    }

    @Override
    public byte[] encrypt(byte[] blocks) {
        return opened.get().encrypt(blocks);
    }

    @Override
    public byte[] decrypt(byte[] blocks) {
        return opened.get().decrypt(blocks);
    }
}
