/** Designs on the screen: the wall of cards, and one design on its way to approval. */
@NullMarked
package io.cardloom.portal.design;

import org.jspecify.annotations.NullMarked;
