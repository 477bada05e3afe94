/** Templates, and how their versions are carried into designs. */
@NullMarked
package io.cardloom.portal.template;

import org.jspecify.annotations.NullMarked;
