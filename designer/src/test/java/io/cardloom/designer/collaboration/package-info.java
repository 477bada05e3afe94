/** Tests of people at one design. */
@NullMarked
package io.cardloom.designer.collaboration;

import org.jspecify.annotations.NullMarked;
