/** Tests of dry runs. */
@NullMarked
package io.cardloom.production.dryrun;

import org.jspecify.annotations.NullMarked;
