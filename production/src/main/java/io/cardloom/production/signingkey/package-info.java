/**
 * What issuers' keys that sign have in common, whether for chips or for documents: they are
 * numbered, follow each other, and come to an end that takes two custodians.
 */
@NamedInterface("signingkey")
@NullMarked
package io.cardloom.production.signingkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
