/** The life of an issuer's keys: versions, their states, and the ceremonies that move them. */
@NamedInterface("key-life")
@NullMarked
package io.cardloom.production.key.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
