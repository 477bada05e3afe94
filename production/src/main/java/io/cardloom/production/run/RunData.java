package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.dataprep.DataPreparation;
import io.cardloom.production.dataprep.PreparedRun;
import io.cardloom.production.dataprep.PurgeCertificate;
import io.cardloom.production.dataprep.RunOrder;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** The run's side of data preparation: what it asks for, sealed until a port needs it. */
@Component
class RunData {

    private final DataPreparation preparation;

    RunData(DataPreparation preparation) {
        this.preparation = preparation;
    }

    PreparedRun prepare(TenantId tenant, RunOrder order) {
        return preparation.prepare(tenant, order);
    }

    InputStream open(TenantId tenant, RunId run, String fileName) {
        return preparation.open(tenant, run, fileName);
    }

    TrackData tracks(TenantId tenant, RunId run, int preparedAs) {
        return preparation.tracks(tenant, run, preparedAs);
    }

    void discard(TenantId tenant, RunId run) {
        preparation.discard(tenant, run);
    }

    PurgeCertificate purge(TenantId tenant, CardOrderId order) {
        return preparation.purge(tenant, order);
    }
}
