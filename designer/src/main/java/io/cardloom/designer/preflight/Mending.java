package io.cardloom.designer.preflight;

import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import java.awt.geom.Rectangle2D;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes fixes. A locked layer gets none: whoever locked it meant it to stay. */
final class Mending {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Mending() {}

    static @Nullable Fix remove(LayerId id, Layer layer) {
        return layer.locked() ? null : new Fix("Remove it", new EditCommand.RemoveLayer(id));
    }

    static @Nullable Fix set(String label, LayerId id, Layer layer, Map<String, Object> changes) {
        return layer.locked() ? null : new Fix(label, new EditCommand.SetProperties(id, changes));
    }

    /** Moves a layer so that this ink of it stands free; null when there is no room. */
    static @Nullable Fix move(String label, Room room, LayerId id, Layer layer, Rectangle2D ink) {
        return room.shift(ink)
                .map(
                        by ->
                                set(
                                        label,
                                        id,
                                        layer,
                                        Map.of(
                                                "x", layer.box().x() + by.x(),
                                                "y", layer.box().y() + by.y())))
                .orElse(null);
    }

    static Fix add(String label, LayerId id, Layer layer) {
        return new Fix(label, new EditCommand.AddLayer(id, layer));
    }

    /**
     * The id of a layer that a fix would add, the same each time, so that two people who click at
     * once do not add two.
     */
    static LayerId id(String... of) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", of).getBytes(StandardCharsets.UTF_8));
            BigInteger bits = new BigInteger(1, digest);
            StringBuilder id = new StringBuilder("lay_0");
            for (int i = 0; i < 25; i++) {
                id.append(CROCKFORD.charAt(bits.shiftRight(5 * i).intValue() & 31));
            }
            return new LayerId(id.toString());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
