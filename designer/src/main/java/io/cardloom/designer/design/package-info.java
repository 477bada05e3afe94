/** The design: its document, the edits that change it, and the immutable revisions frozen of it. */
@NamedInterface("design")
@NullMarked
package io.cardloom.designer.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
