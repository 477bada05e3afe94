/** Templates: what many designs have in common, in versions that are carried into all of them. */
@NamedInterface("template")
@NullMarked
package io.cardloom.designer.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
