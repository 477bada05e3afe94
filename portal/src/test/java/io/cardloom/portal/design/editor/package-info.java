/** Tests of the editor's screen. */
@NullMarked
package io.cardloom.portal.design.editor;

import org.jspecify.annotations.NullMarked;
