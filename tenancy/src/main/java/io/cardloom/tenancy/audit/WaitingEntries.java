package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The entries of one transaction, appended just before it commits; if that fails, so does it. */
final class WaitingEntries implements TransactionSynchronization {

    private final Chain chain;
    private final TenantId tenant;
    private final List<Chain.Waiting> entries = new ArrayList<>();
    private boolean appended;

    private WaitingEntries(Chain chain, TenantId tenant) {
        this.chain = chain;
        this.tenant = tenant;
    }

    /** Those of the transaction in hand. */
    static WaitingEntries of(Chain chain, TenantId tenant) {
        Object bound = TransactionSynchronizationManager.getResource(chain);
        if (bound instanceof WaitingEntries waiting) {
            return waiting;
        }
        WaitingEntries fresh = new WaitingEntries(chain, tenant);
        TransactionSynchronizationManager.bindResource(chain, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    void add(Chain.Waiting entry) {
        if (!entry.actor().tenant().equals(tenant)) {
            throw new IllegalStateException("an entry of another tenant in this one's work");
        }
        if (appended) {
            chain.append(tenant, List.of(entry));
        } else {
            entries.add(entry);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        appended = true;
        chain.append(tenant, entries);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(chain);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(chain, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(chain);
    }
}
