package io.cardloom.production.traveldocument;

import io.cardloom.tenancy.tenant.TenantId;

/**
 * A document signer was made, certified, or came nearer to its end.
 *
 * @param number the signer's
 */
public record SignerMoved(TenantId tenant, int number) {}
