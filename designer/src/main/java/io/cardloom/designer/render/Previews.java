package io.cardloom.designer.render;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The previews used last, up to a number of bytes; every key names its tenant. */
final class Previews {

    /** What a preview shows. */
    record Key(TenantId tenant, DesignId design, long number, int body, Face face, int widthPx) {}

    private static final long MOST_BYTES = 32L << 20;

    private final Map<Key, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    byte[] get(Key key, Supplier<byte[]> draw) {
        synchronized (this) {
            byte[] hit = kept.get(key);
            if (hit != null) {
                return hit;
            }
        }
        byte[] drawn = draw.get();
        keep(key, drawn);
        return drawn;
    }

    private synchronized void keep(Key key, byte[] drawn) {
        byte[] before = kept.put(key, drawn);
        bytes += drawn.length - (before == null ? 0 : before.length);
        while (bytes > MOST_BYTES) {
            Key eldest = kept.keySet().iterator().next();
            byte[] gone = kept.remove(eldest);
            bytes -= gone == null ? 0 : gone.length;
        }
    }
}
