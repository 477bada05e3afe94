package io.cardloom.connectors.registry;

/** How far tests reach. */
public final class ReachOf {

    private ReachOf() {}

    public static Reach demo() {
        return new Reach(true);
    }

    public static Reach everywhere() {
        return new Reach(false);
    }
}
