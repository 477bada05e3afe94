/** Tests of templates and rebrands. */
@NullMarked
package io.cardloom.designer.template;

import org.jspecify.annotations.NullMarked;
