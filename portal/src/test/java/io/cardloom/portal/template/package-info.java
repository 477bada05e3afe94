/** Tests of the pages of templates. */
@NullMarked
package io.cardloom.portal.template;

import org.jspecify.annotations.NullMarked;
