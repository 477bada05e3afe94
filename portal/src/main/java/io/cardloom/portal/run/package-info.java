/** Production runs on the screen: released, watched as they move, and counted. */
@NullMarked
package io.cardloom.portal.run;

import org.jspecify.annotations.NullMarked;
