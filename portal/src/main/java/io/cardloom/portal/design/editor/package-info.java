/** The editor's screen: one browser element, and the calls between it and the designer. */
@NullMarked
package io.cardloom.portal.design.editor;

import org.jspecify.annotations.NullMarked;
