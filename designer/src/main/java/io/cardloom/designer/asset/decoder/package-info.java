/** The small JVM in which foreign pictures are decoded and drawn, and the pool that keeps it. */
@NullMarked
package io.cardloom.designer.asset.decoder;

import org.jspecify.annotations.NullMarked;
