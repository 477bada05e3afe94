package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.tenant.PersonId;
import java.util.Map;
import java.util.Set;

/**
 * Tells what people are called today. The trail itself keeps only their ids, so that a name can be
 * erased without breaking the chain; identity implements it.
 */
public interface PersonNames {

    /** Names of those that are known; others are left out. */
    Map<PersonId, String> of(Set<PersonId> people);
}
