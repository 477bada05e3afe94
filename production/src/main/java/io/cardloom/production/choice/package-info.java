/** What an administrator chooses between for the cards of a program, in words for people. */
@NamedInterface("choice")
@NullMarked
package io.cardloom.production.choice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
