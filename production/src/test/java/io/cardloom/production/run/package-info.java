/** Tests of runs, with a bureau that is a folder and a device that is a journal. */
@NullMarked
package io.cardloom.production.run;

import org.jspecify.annotations.NullMarked;
