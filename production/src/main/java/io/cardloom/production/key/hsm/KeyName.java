package io.cardloom.production.key.hsm;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.regex.Pattern;

/**
 * By which a device finds a key; a name, never a secret.
 *
 * @param label the tenant and an id of the tenant's, or one of Cardloom's own
 */
public record KeyName(String label) {

    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_]{1,40}/[a-zA-Z0-9_]{1,40}");

    /** What everything else that rests on disk is wrapped by; made when it is first needed. */
    public static final KeyName MASTER = new KeyName("cardloom/master");

    public KeyName {
        if (!FORM.matcher(label).matches()) {
            throw new IllegalArgumentException("a key's name is an owner, a stroke and an id");
        }
    }

    /**
     * @param id of a key version or a ceremony
     */
    public static KeyName of(TenantId tenant, String id) {
        return new KeyName(tenant.value() + "/" + id);
    }

    @Override
    public String toString() {
        return label;
    }
}
