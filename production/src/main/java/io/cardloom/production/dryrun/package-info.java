/** Dry runs: the files that a run would make, of sample accounts with test keys, to be reviewed. */
@NamedInterface("dryrun")
@NullMarked
package io.cardloom.production.dryrun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
