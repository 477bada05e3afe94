/** A secret in parts: components that are all needed, and shares of which any m are enough. */
@NullMarked
package io.cardloom.production.key.share;

import org.jspecify.annotations.NullMarked;
