package io.cardloom.tenancy.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A tenant's own provider. */
@Entity
@Table(name = "identity_provider")
@NullUnmarked
class IdentityProviderRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;
    String issuer;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "client_secret")
    String clientSecret;

    @Column(name = "authorization_endpoint")
    String authorization;

    @Column(name = "token_endpoint")
    String token;

    @Column(name = "keys_endpoint")
    String keys;

    @Column(name = "user_info_endpoint")
    String userInfo;

    @Column(name = "end_session_endpoint")
    String endSession;

    @Version long version;
}
