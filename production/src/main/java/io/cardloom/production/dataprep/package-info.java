/** Turns account records and a frozen design into what a bureau or a device is handed, sealed. */
@NullMarked
package io.cardloom.production.dataprep;

import org.jspecify.annotations.NullMarked;
