package io.cardloom.tenancy.identity;

import java.util.Set;

/** Which issuers are the installation's own and can be no tenant's; whoever runs them tells. */
public interface OwnProviders {

    /** The exact {@code iss} values. */
    Set<String> issuers();
}
