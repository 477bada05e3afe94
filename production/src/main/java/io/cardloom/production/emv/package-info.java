/**
 * Chip card data by EMV: certificates, application profiles, ICC keys from a pool, and the data
 * groupings that a personalizer stores on the card. Keys stay behind {@link
 * io.cardloom.production.emv.ChipSecurity}.
 */
@NullMarked
package io.cardloom.production.emv;

import org.jspecify.annotations.NullMarked;
