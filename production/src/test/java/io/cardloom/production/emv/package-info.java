/** Tests of chip data, with a reader of our own beside the code under test. */
@NullMarked
package io.cardloom.production.emv;

import org.jspecify.annotations.NullMarked;
