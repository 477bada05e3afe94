/**
 * Tracks of ISO/IEC 7813 from fields, and their bits by ISO/IEC 7811; open to the drivers that
 * write and read them back.
 */
@NamedInterface("magstripe")
@NullMarked
package io.cardloom.production.magstripe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
