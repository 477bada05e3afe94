package io.cardloom.tenancy.audit;

/** Verifies an exported trail with nothing but a JDK and Jackson. */
public final class VerifyAudit {
    private VerifyAudit() {}
}
