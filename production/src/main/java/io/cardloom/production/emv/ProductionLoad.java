package io.cardloom.production.emv;

/** Knows whether cards are being prepared or made, so that idle work waits. */
public interface ProductionLoad {

    boolean busy();
}
