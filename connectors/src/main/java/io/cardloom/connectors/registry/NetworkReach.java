package io.cardloom.connectors.registry;

import io.cardloom.tenancy.refusal.Refusal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How far Cardloom may reach: a demo stays on its own machine, and what a tenant names for itself
 * does not lead into the operator's network.
 */
@Component
public class NetworkReach {

    private final boolean demo;
    private final boolean inside;

    NetworkReach(
            @Value("${cardloom.demo:false}") boolean demo,
            @Value("${cardloom.reach.inside:false}") boolean inside) {
        this.demo = demo;
        this.inside = inside;
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
        return within(InetAddress.getByName(host));
    }

    /**
     * Checks a host that a tenant's administrator may name on her own, without the operator: each
     * address of it has to be reachable from the open network (OWASP ASVS 5.0.0, 1.3.6), unless
     * this is a demo or the operator allows {@code cardloom.reach.inside}. For clients that take
     * names only; the JVM keeps the answer for half a minute, so ask right before the connection.
     *
     * @throws Refusal {@code DESTINATION_OUTSIDE_DEMO} as above; {@code DESTINATION_INSIDE} for
     *     this machine and for private, link-local, shared and multicast addresses
     * @throws UnknownHostException when the name has no address; a retry can help
     */
    public void requireOpen(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress address : all) {
            within(address);
        }
        if (!demo && !inside && Arrays.stream(all).anyMatch(NetworkReach::isInside)) {
            throw Refusal.invalid(
                    "DESTINATION_INSIDE",
                    "This host lies in a private network, where Cardloom does not go for a tenant."
                            + " Name one that the open network reaches, or ask Cardloom's operator"
                            + " to allow it.");
        }
    }

    private InetAddress within(InetAddress address) {
        if (demo && !address.isLoopbackAddress()) {
            throw Refusal.invalid(
                    "DESTINATION_OUTSIDE_DEMO",
                    "This is a demo: it reaches its own machine only. Start Cardloom with"
                            + " cardloom.demo=false to reach others.");
        }
        return address;
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = address instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean none = bytes.length == 4 && bytes[0] == 0;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || unique
                || shared
                || none;
    }
}
