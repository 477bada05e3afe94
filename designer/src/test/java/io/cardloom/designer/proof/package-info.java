/** Tests of the proofs. */
@NullMarked
package io.cardloom.designer.proof;

import org.jspecify.annotations.NullMarked;
