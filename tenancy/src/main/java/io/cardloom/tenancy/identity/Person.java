package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.PersonId;

/**
 * A person who signed in at least once.
 *
 * @param email an attribute the provider told, never an identity; empty when it told none
 */
public record Person(PersonId id, String name, String email) {}
