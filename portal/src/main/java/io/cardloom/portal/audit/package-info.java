/** The audit trail on the screen: who did what, and the story of a digest. */
@NullMarked
package io.cardloom.portal.audit;

import org.jspecify.annotations.NullMarked;
