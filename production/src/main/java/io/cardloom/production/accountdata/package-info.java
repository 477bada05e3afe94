/**
 * Account data in types that cannot print themselves; open to connectors only, because a device has
 * to be told what to write.
 */
@NamedInterface("accountdata")
@NullMarked
package io.cardloom.production.accountdata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
