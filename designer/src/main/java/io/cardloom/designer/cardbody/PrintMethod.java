package io.cardloom.designer.cardbody;

/** How ink or light gets onto the card body. */
public enum PrintMethod {
    /** Dye sublimation straight onto the card; thin white edge where the head must not touch. */
    DIRECT_TO_CARD,
    /** Printed on a film first, which is then fused over the whole face. */
    RETRANSFER,
    /** Printed in sheets before lamination and punching. */
    OFFSET,
    /** Drops of ink hardened by ultraviolet light. */
    UV_INKJET,
    /** Burnt into the surface: one tone, no color. */
    LASER_ENGRAVING
}
