package io.cardloom.production.key.store;

import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * One AES-256 key for each order's and each run's account data, wrapped by its tenant's key, in
 * files beside the database and not in it: a backup of the database opens nothing once the key is
 * destroyed.
 */
@Component
public class DataKeys {

    private final TenantKeys tenantKeys;

    DataKeys(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
    }

    /**
     * The scope's key, made when there is none.
     *
     * @param scope the id of an order or a run
     */
    public DataKey create(TenantId tenant, String scope) {
        Optional<DataKey> known = find(tenant, scope);
        if (known.isPresent()) {
            return known.get();
        }
        String name = name(tenant, scope);
        byte[] key = TenantKeys.random(32);
        byte[] wrapped = Wrapping.seal(wrapping(tenant), key, name);
        Arrays.fill(key, (byte) 0);
        return open(tenant, scope, tenantKeys.folder().create(name, wrapped));
    }

    /** The scope's key; empty when it was never made or is destroyed. */
    public Optional<DataKey> find(TenantId tenant, String scope) {
        Optional<byte[]> wrapped = tenantKeys.folder().read(name(tenant, scope));
        return wrapped.map(bytes -> open(tenant, scope, bytes));
    }

    /** Destroys the scope's key: what was sealed with it is gone (crypto-shredding). */
    public void destroy(TenantId tenant, String scope) {
        tenantKeys.folder().destroy(name(tenant, scope));
    }

    private DataKey open(TenantId tenant, String scope, byte[] wrapped) {
        byte[] key = Wrapping.open(wrapping(tenant), wrapped, name(tenant, scope));
        try {
            return new DataKey(tenant.value() + "/" + scope, key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private SecretKey wrapping(TenantId tenant) {
        return tenantKeys.symmetric(tenant, KeyPurpose.DATA, "AES");
    }

    private static String name(TenantId tenant, String scope) {
        return tenant.value()
                + "/data/"
                + Identifier.checked(scope.substring(0, 3), scope)
                + ".key";
    }
}
