/**
 * What keys are asked for, by purpose: small ports that a device, or demo software, stands behind.
 */
@NamedInterface("hsm")
@NullMarked
package io.cardloom.production.key.hsm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
