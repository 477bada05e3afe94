/** The plastic: geometry, zones, material, finish, print method and stock, version by version. */
@NamedInterface("cardbody")
@NullMarked
package io.cardloom.designer.cardbody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
