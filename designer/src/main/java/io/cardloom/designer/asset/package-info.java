/**
 * Uploaded pictures and drawings by digest: checked, cleaned, made anew, never kept as they came.
 */
@NamedInterface("asset")
@NullMarked
package io.cardloom.designer.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
