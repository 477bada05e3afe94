package io.cardloom.production.document;

import io.cardloom.tenancy.tenant.TenantId;

/**
 * A document signer's key was made, certified, or came nearer to its end.
 *
 * @param number the key's
 */
public record SignerKeyMoved(TenantId tenant, int number) {}
