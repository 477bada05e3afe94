/** Tests of the product switches. */
@NullMarked
package io.cardloom.designer.feature;

import org.jspecify.annotations.NullMarked;
