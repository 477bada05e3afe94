/** The identity provider that runs beside the portal until an issuer names its own. */
@NullMarked
package io.cardloom.portal.provider;

import org.jspecify.annotations.NullMarked;
