package io.cardloom.portal.provider;

import java.io.Serializable;
import java.security.Principal;

/**
 * A person whose password was right.
 *
 * @param name the subject: stable, and not the e-mail address, which may change hands
 */
record SignedIn(String name, String displayName, String email) implements Principal, Serializable {

    @Override
    public String getName() {
        return name;
    }
}
