/** What programs ask of Cardloom: JSON over HTTP, by a token that acts for a person. */
@NullMarked
package io.cardloom.portal.api;

import org.jspecify.annotations.NullMarked;
