package io.cardloom.designer.pack;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;
import java.util.regex.Pattern;

/** Names a pack: an issuer's own by an id, one that is shipped by words such as {@code looks}. */
public record PackId(String value) {

    private static final Pattern SHIPPED = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final int MOST = 30;

    public PackId {
        if (!SHIPPED.matcher(value).matches() || value.length() > MOST) {
            Identifier.checked("pck", value);
        }
    }

    static PackId next(Clock clock) {
        return new PackId(Identifier.next("pck", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
