/** Tests of rounds of approval. */
@NullMarked
package io.cardloom.designer.approval;

import org.jspecify.annotations.NullMarked;
