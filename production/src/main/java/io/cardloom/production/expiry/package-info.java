/** Certificates and keys that come to their end, and the alarms that say so in time. */
@NamedInterface("expiry")
@NullMarked
package io.cardloom.production.expiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
