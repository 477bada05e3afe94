package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.dataprep.AccountPurges;
import io.cardloom.production.dataprep.DataPreparation;
import io.cardloom.production.dataprep.PreparedRun;
import io.cardloom.production.dataprep.PurgeCertificate;
import io.cardloom.production.dataprep.RunOrder;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The run's side of data preparation: what it asks for, sealed until a port needs it. */
@Component
class RunData {

    private final DataPreparation preparation;
    private final AccountPurges purges;
    private final ProcessRole role;

    RunData(DataPreparation preparation, AccountPurges purges, ProcessRole role) {
        this.preparation = preparation;
        this.purges = purges;
        this.role = role;
    }

    PreparedRun prepare(TenantId tenant, RunOrder order) {
        return preparation.prepare(tenant, order);
    }

    boolean areDocuments(TenantId tenant, CardOrderId order) {
        return preparation.areDocuments(tenant, order);
    }

    InputStream open(TenantId tenant, RunId run, String fileName) {
        return preparation.open(tenant, run, fileName);
    }

    TrackData tracks(TenantId tenant, RunId run, int preparedAs) {
        return preparation.tracks(tenant, run, preparedAs);
    }

    /** Destroys what was prepared for a run, with the surrounding work or soon after it. */
    void discard(Actor actor, CardOrderId order, RunId run) {
        if (role.holdsKeys()) {
            preparation.discard(actor.tenant(), run);
        } else {
            purges.ask(actor, order, run);
        }
    }

    /**
     * Destroys an order's account data.
     *
     * @param closing the run whose count closed the order; null when people closed it
     * @return null where there are no keys: a worker does it then, and keeps the certificate
     */
    @Nullable PurgeCertificate purge(
            Actor actor, CardOrderId order, @Nullable RunId closing, String digest) {
        if (role.holdsKeys()) {
            PurgeCertificate purged = preparation.purge(actor.tenant(), order);
            purges.keep(actor, closing, digest, purged);
            return purged;
        }
        purges.ask(actor, order, closing, digest);
        return null;
    }
}
