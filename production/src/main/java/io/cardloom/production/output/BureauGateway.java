package io.cardloom.production.output;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.Optional;

/** Reaches a bureau: hands packages over and fetches what the bureau says about them. */
public interface BureauGateway {

    /** The word by which a {@link Destination} names this gateway, such as {@code sftp}. */
    String driver();

    /**
     * Hands a package over. Idempotent by {@link RunPackage#name()}: a second call with the same
     * name leaves one package at the bureau and answers {@link HandOver.AlreadyThere}.
     *
     * <p>An outage is an answer, not an exception. An exception is taken for {@link
     * HandOver.Unreachable}, and the hand-over is tried again under the same name.
     *
     * @param tenant in whose name the package is signed, and whose bureaus' certificates count
     */
    HandOver handOver(TenantId tenant, Destination to, RunPackage what);

    /**
     * What the bureau says about the package; empty while it has said nothing, or cannot be
     * reached. An answer whose signature or form is wrong is an exception with a sentence that is
     * fit to be shown.
     */
    Optional<Acknowledgement> acknowledgement(TenantId tenant, Destination from, PackageName name);
}
