package io.cardloom.connectors.registry;

import io.cardloom.production.output.Destination;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;

/** What every driver can say about itself and about a destination it would reach. */
public interface Connection {

    /** The word by which a {@link Destination} names this driver. */
    String driver();

    /** Whether it takes packages or single cards. */
    Destination.Channel channel();

    /** What the driver needs to be told, in the order in which people fill it in. */
    List<Setting> settings();

    /**
     * Checks the settings without reaching out.
     *
     * @throws Refusal with a sentence about the setting that is wrong
     */
    void judge(Destination destination);

    /** Reaches out and looks; sends nothing and touches no card. */
    Health check(TenantId tenant, Destination destination);
}
