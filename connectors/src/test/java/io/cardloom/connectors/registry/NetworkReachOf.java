package io.cardloom.connectors.registry;

/** How far tests reach. */
public final class NetworkReachOf {

    private NetworkReachOf() {}

    public static NetworkReach demo() {
        return new NetworkReach(true, false);
    }

    public static NetworkReach everywhere() {
        return new NetworkReach(false, false);
    }
}
