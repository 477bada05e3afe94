/**
 * People, the memberships they act under, invitations, programs' tokens, and who vouches for a
 * sign-in.
 */
@NamedInterface("identity")
@NullMarked
package io.cardloom.tenancy.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
