/** What a way of printing can do: the figures that rules and renderers take from it. */
@NamedInterface("profile")
@NullMarked
package io.cardloom.designer.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
