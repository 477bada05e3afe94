/** Tests of schedules. */
@NullMarked
package io.cardloom.production.schedule;

import org.jspecify.annotations.NullMarked;
