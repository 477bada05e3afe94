/**
 * What may be done with the designs of a product: an administrator switches features on and off.
 */
@NamedInterface("feature")
@NullMarked
package io.cardloom.designer.feature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
