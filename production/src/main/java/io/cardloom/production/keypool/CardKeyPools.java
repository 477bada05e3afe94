package io.cardloom.production.keypool;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;

/** Shows how full an issuer's pools are. */
public interface CardKeyPools {

    /**
     * By length; empty when none of the issuer's programs has a chip with a key of its own.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys
     */
    List<PoolLevel> levels(Actor actor);
}
