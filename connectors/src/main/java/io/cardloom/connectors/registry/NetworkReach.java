package io.cardloom.connectors.registry;

import io.cardloom.tenancy.refusal.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How far Cardloom may reach: a demo stays on its own machine. */
@Component
public class NetworkReach {

    private final boolean demo;

    NetworkReach(@Value("${cardloom.demo:false}") boolean demo) {
        this.demo = demo;
    }

    /**
     * The address of a host that Cardloom may connect to; connect to it and not to the name, which
     * may mean another address later.
     *
     * @throws Refusal {@code DESTINATION_OUTSIDE_DEMO} for a demo and a host that is not this
     *     machine
     * @throws UnknownHostException when the name has no address; a retry can help
     */
    public InetAddress address(String host) throws UnknownHostException {
        InetAddress address = InetAddress.getByName(host);
        if (demo && !address.isLoopbackAddress()) {
            throw Refusal.invalid(
                    "DESTINATION_OUTSIDE_DEMO",
                    "This is a demo: it reaches bureaus on its own machine only. Start Cardloom"
                            + " with cardloom.demo=false to send packages elsewhere.");
        }
        return address;
    }
}
