package io.cardloom.portal.signin;

import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A signed-in person: what the provider said, and whom Cardloom knows by it. */
public final class CardloomUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String person;
    private final @Nullable String onlyTenant;

    CardloomUser(OidcUser said, PersonId person, @Nullable TenantId onlyTenant) {
        super(said.getAuthorities(), said.getIdToken(), said.getUserInfo());
        this.person = person.value();
        this.onlyTenant = onlyTenant == null ? null : onlyTenant.value();
    }

    public PersonId person() {
        return new PersonId(person);
    }

    /**
     * The one tenant whose memberships this sign-in opens, because its own provider vouched for the
     * person; null when Cardloom's provider did. A tenant's provider says nothing about others.
     */
    public @Nullable TenantId onlyTenant() {
        return onlyTenant == null ? null : new TenantId(onlyTenant);
    }

    /** What the screens call her. */
    public String displayName() {
        String name = Claims.name(this);
        String called = name.isEmpty() ? verifiedEmail() : name;
        return called.isEmpty() ? "Somebody" : called;
    }

    /** Her e-mail address if the provider has verified it; empty otherwise. */
    public String verifiedEmail() {
        return Claims.email(this);
    }

    /** Whether this sign-in may act in a tenant at all. */
    public boolean opens(TenantId tenant) {
        return onlyTenant == null || onlyTenant.equals(tenant.value());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CardloomUser that
                && super.equals(that)
                && person.equals(that.person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
