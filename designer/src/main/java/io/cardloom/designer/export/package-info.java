/**
 * Gives a design away as files: pictures, print plates, layered files that other tools open, and
 * the picture of a card in a wallet.
 */
@NamedInterface("export")
@NullMarked
package io.cardloom.designer.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
