package io.cardloom.connectors.bureau.sftp;

import io.cardloom.connectors.bureau.SpoolIn;
import io.cardloom.connectors.registry.NetworkReachOf;
import io.cardloom.connectors.simulator.TestKeys;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A gateway with its keys and folder, without the application around it. */
final class GatewayBench implements AutoCloseable {

    final TenantId tenant = TenantId.next(Clock.systemUTC());
    final TestKeys keys;
    final ClientKeys clientKeys;
    final Path data;
    private final DestinationId id = DestinationId.next(Clock.systemUTC());
    private SftpConnector connector;

    GatewayBench(Path data) throws Exception {
        this.data = data;
        this.keys = new TestKeys();
        this.clientKeys = new ClientKeys(data);
        this.connector = new SftpConnector(clientKeys, NetworkReachOf.demo());
    }

    String authorizedKey() {
        return clientKeys.authorizedKey("cardloom");
    }

    /** A new one each time, as after a restart. */
    SftpBureauGateway gateway() {
        return new SftpBureauGateway(connector, SpoolIn.folder(data), keys);
    }

    SftpConnection connection() {
        return new SftpConnection(connector, keys, NetworkReachOf.demo(), Clock.systemUTC());
    }

    Destination destination(Map<String, String> settings, String... changes) {
        Map<String, String> all = new HashMap<>(settings);
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return new Destination(
                id,
                "Bureau",
                Destination.Channel.BUREAU,
                "sftp",
                OrganizationId.next(Clock.systemUTC()),
                all);
    }

    @Override
    public void close() {
        connector.stop();
    }
}
