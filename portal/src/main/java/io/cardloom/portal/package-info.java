/** What a person or an API client sees; no rule lives here. */
@NullMarked
package io.cardloom.portal;

import org.jspecify.annotations.NullMarked;
