package io.cardloom.production.key.store;

import io.cardloom.production.key.life.KeyReferences;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One AES-256 key for each order's and each run's account data, wrapped by the version of its
 * tenant's data encryption key that was active when it was made, in files beside the database and
 * not in it: a backup of the database opens nothing once the key is destroyed, and, where the
 * device has its keys inside, neither does a backup of the files.
 */
@Component
public class DataKeys implements KeyReferences {

    private final TenantKeys tenantKeys;
    private final DataKeyWrapping wrapping;
    private final ShredKeys files;

    DataKeys(TenantKeys tenantKeys, DataKeyWrapping wrapping, ShredKeys files) {
        this.tenantKeys = tenantKeys;
        this.wrapping = wrapping;
        this.files = files;
    }

    /**
     * A new key that is not kept yet: seal with it first, keep it in the work that keeps what was
     * sealed.
     *
     * @param scope the id of an order or a run
     */
    public FreshKey fresh(TenantId tenant, String scope) {
        String name = name(tenant, scope);
        byte[] key = TenantKeys.random(32);
        try {
            return new FreshKey(
                    tenant,
                    name,
                    new DataKey(tenant.value() + "/" + scope, key),
                    wrapping.wrapped(tenant, key, name));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Keeps a fresh key; when the surrounding transaction falls, the key goes with it.
     *
     * @throws IllegalStateException when the scope has a key already, which stays as it is
     */
    public void keep(FreshKey fresh) {
        byte[] wrapped = fresh.wrapped();
        if (!files.keep(fresh.tenant(), fresh.name(), wrapped, DataKeyWrapping.head(wrapped))) {
            throw new IllegalStateException("this order or run has a data key already");
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            if (status == STATUS_ROLLED_BACK) {
                                files.destroy(fresh.tenant(), fresh.name());
                            }
                        }
                    });
        }
    }

    /** The scope's key; empty when it was never made or is destroyed. */
    public Optional<DataKey> find(TenantId tenant, String scope) {
        return files.read(tenant, name(tenant, scope), DataKeyWrapping::head)
                .map(bytes -> open(tenant, scope, bytes));
    }

    /**
     * Destroys the scope's key: what was sealed with it is gone (crypto-shredding). In a
     * transaction this is the last thing before the commit, so that a piece of work which falls
     * keeps its data; should the commit itself fail, they are gone, and a second call says so.
     */
    public void destroy(TenantId tenant, String scope) {
        String name = name(tenant, scope);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            files.destroy(tenant, name);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        files.destroy(tenant, name);
                    }
                });
    }

    /** Destroys at once a key that a killed piece of work left behind and nothing refers to. */
    public void clear(TenantId tenant, String scope) {
        files.destroy(tenant, name(tenant, scope));
    }

    private DataKey open(TenantId tenant, String scope, byte[] wrapped) {
        byte[] key = wrapping.opened(tenant, wrapped, name(tenant, scope));
        try {
            return new DataKey(tenant.value() + "/" + scope, key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Whether a data key that is kept is wrapped by this version. */
    @Override
    public boolean needs(TenantId tenant, KeyVersionId version) {
        return tenantKeys.folder().files(tenant.value() + "/data").stream()
                .anyMatch(wrapped -> DataKeyWrapping.by(wrapped, version));
    }

    private static String name(TenantId tenant, String scope) {
        return tenant.value()
                + "/data/"
                + Identifier.checked(scope.substring(0, 3), scope)
                + ".key";
    }
}
