package io.cardloom.connectors.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded bureau without the application around it, for the tests of gateways. */
public final class BureauOnLoopback implements AutoCloseable {

    private final BureauPremises premises;

    /**
     * @param folder outlives the bureau
     * @param authorizedKey line of the key that may sign in
     * @param sender the one certificate whose packages it takes, for the tenant
     */
    public BureauOnLoopback(
            Path folder, String authorizedKey, X509Certificate sender, String tenant)
            throws IOException {
        premises =
                new BureauPremises(
                        folder,
                        0,
                        authorizedKey,
                        shown -> shown.equals(sender) ? Optional.of(tenant) : Optional.empty(),
                        Clock.systemUTC());
        premises.open();
    }

    public Map<String, String> settings() {
        return premises.server().settings();
    }

    public X509Certificate recipient() {
        return premises.recipient().certificate();
    }

    public X509Certificate signer() {
        return premises.signing().certificate();
    }

    public List<ReceivedPackage> received() {
        return premises.ledger().newestFirst().stream().map(BureauLedger.Page::shown).toList();
    }

    public void behave(BureauBehavior behavior) {
        premises.worker().behave(behavior);
    }

    @Override
    public void close() throws IOException {
        premises.close();
    }
}
