/** Tests of the writer of many PNG files. */
@NullMarked
package io.cardloom.designer.png;

import org.jspecify.annotations.NullMarked;
