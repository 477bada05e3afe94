/** Proofs: what a frozen revision will look like, with its digest and sample values only. */
@NamedInterface("proof")
@NullMarked
package io.cardloom.designer.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
