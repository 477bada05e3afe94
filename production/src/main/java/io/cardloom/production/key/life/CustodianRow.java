package io.cardloom.production.key.life;

import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.tenant.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One custodian of one ceremony; part is sealed, and empty once the ceremony is closed. */
@Entity
@Table(name = "key_custodian")
class CustodianRow {

    /** The ceremony's id, a slash, the person's. */
    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "ceremony_id")
    String ceremonyId;

    @Column(name = "person_id")
    String personId;

    int number;

    @Column(name = "came_at")
    @Nullable Instant cameAt;

    @Column(name = "took_at")
    @Nullable Instant tookAt;

    @Column(name = "check_value")
    @Nullable String checkValue;

    byte @Nullable [] part;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected CustodianRow() {}

    CustodianRow(CeremonyRow ceremony, PersonId person, int number) {
        this.id = ceremony.id + "/" + person.value();
        this.tenantId = ceremony.tenantId;
        this.ceremonyId = ceremony.id;
        this.personId = person.value();
        this.number = number;
    }

    KeyCeremony.Custodian read() {
        return new KeyCeremony.Custodian(
                new PersonId(personId),
                number,
                cameAt != null,
                tookAt != null,
                checkValue == null ? null : new KeyCheckValue(checkValue));
    }
}
