package io.cardloom.production.signingkey;

import io.cardloom.tenancy.tenant.TenantId;

/** A key that signs was made, certified, or came nearer to its end. */
public record SigningKeyMoved(TenantId tenant) {}
