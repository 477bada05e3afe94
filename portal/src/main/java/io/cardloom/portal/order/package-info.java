/**
 * Card orders on the screen: placing one with its sealed cardholder file, and what became of it.
 */
@NullMarked
package io.cardloom.portal.order;

import org.jspecify.annotations.NullMarked;
