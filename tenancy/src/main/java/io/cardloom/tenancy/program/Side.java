package io.cardloom.tenancy.program;

/** On whose side of a program somebody stands. */
public enum Side {
    ISSUER,
    PARTNER
}
