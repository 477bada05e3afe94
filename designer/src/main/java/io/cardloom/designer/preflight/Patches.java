package io.cardloom.designer.preflight;

import io.cardloom.designer.design.Layer;
import io.cardloom.designer.ink.Sheet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The patches looked at last, up to a number of bytes: from one look at a design to the next most
 * layers stay as they are. Every key names its owner.
 */
final class Patches {

    private record Key(String owner, Layer layer, Sheet sheet) {}

    private static final long MOST_BYTES = 96L << 20;

    private final Map<Key, Patch> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;

    Patch get(String owner, Layer layer, Sheet sheet, Supplier<Patch> draw) {
        Key key = new Key(owner, layer, sheet);
        synchronized (this) {
            Patch hit = kept.get(key);
            if (hit != null) {
                return hit;
            }
        }
        Patch drawn = draw.get();
        keep(key, drawn);
        return drawn;
    }

    private synchronized void keep(Key key, Patch drawn) {
        Patch before = kept.put(key, drawn);
        bytes += drawn.bytes() - (before == null ? 0 : before.bytes());
        while (bytes > MOST_BYTES) {
            Key eldest = kept.keySet().iterator().next();
            Patch gone = kept.remove(eldest);
            bytes -= gone == null ? 0 : gone.bytes();
        }
    }
}
