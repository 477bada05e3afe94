package io.cardloom.portal.provider;

/**
 * Where the portal is, as browsers see it.
 *
 * @param value without a slash at its end
 */
record PortalAddress(String value) {}
