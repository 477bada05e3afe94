/**
 * The machine readable zone of travel and identity documents (ICAO Doc 9303, parts 3 to 6): names
 * in its letters, check digits, and the lines of TD1, TD2 and TD3.
 */
@NullMarked
package io.cardloom.production.document.mrz;

import org.jspecify.annotations.NullMarked;
