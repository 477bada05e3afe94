/** Which identity documents a program's cards are, and who signs them, as custodians set it up. */
@NamedInterface("traveldocument")
@NullMarked
package io.cardloom.production.traveldocument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
