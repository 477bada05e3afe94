package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** The door of data preparation; runs and drivers come here. */
@Component
public class DataPreparation {

    /** Prepares a run once; asked again it answers what it prepared. */
    public PreparedRun prepare(TenantId tenant, RunOrder order) {
        throw new IllegalStateException("not built yet");
    }

    /** A prepared file in clear, for packaging. */
    public InputStream open(TenantId tenant, RunId run, String fileName) {
        throw new IllegalStateException("not built yet");
    }

    /** What a device writes on the stripe of one card. */
    public TrackData tracks(TenantId tenant, RunId run, int number) {
        throw new IllegalStateException("not built yet");
    }

    /** Destroys a run's prepared data; the order's account records stay. */
    public void discard(TenantId tenant, RunId run) {
        throw new IllegalStateException("not built yet");
    }

    /** Destroys an order's account data with everything prepared from them. */
    public PurgeCertificate purge(TenantId tenant, CardOrderId order) {
        throw new IllegalStateException("not built yet");
    }
}
