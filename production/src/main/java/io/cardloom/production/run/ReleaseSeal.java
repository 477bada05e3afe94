package io.cardloom.production.run;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Binds a release to what was released: SHA-256 (FIPS 180-4) over the design's digest, the version
 * of the card body, the quantity, the destination with all of its settings, and the date. It is
 * computed anew before anything leaves.
 */
@Component
class ReleaseSeal {

    private final ReleasedDesigns designs;
    private final Destinations destinations;

    ReleaseSeal(ReleasedDesigns designs, Destinations destinations) {
        this.designs = designs;
        this.destinations = destinations;
    }

    /** 64 lower-case hexadecimal digits. */
    String over(RunRow row) {
        TenantId tenant = new TenantId(row.tenantId);
        Destination to = destinations.get(tenant, new DestinationId(row.destinationId));
        StringBuilder text = new StringBuilder("cardloom release 1");
        part(text, row.digest);
        part(text, designs.cardBody(tenant, new Digest(row.digest)));
        part(text, Integer.toString(row.cards));
        part(text, to.id().value());
        part(text, to.driver());
        part(text, to.bureau() == null ? "" : to.bureau().value());
        new TreeMap<>(to.settings())
                .forEach(
                        (key, value) -> {
                            part(text, key);
                            part(text, value);
                        });
        part(text, row.plannedFor.toString());
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether what stands there now is what was released. */
    boolean holds(RunRow row) {
        try {
            return over(row).equals(row.releaseHash);
        } catch (Refusal e) {
            return false;
        }
    }

    /** Each part with its length before it, so that no two lists of parts give one text. */
    private static void part(StringBuilder text, String part) {
        text.append('\n').append(part.length()).append(':').append(part);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
