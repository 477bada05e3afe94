package io.cardloom.production.key.life;

import io.cardloom.tenancy.tenant.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** That a person held a component or share of a version, now or once; never deleted. */
@Entity
@Immutable
@Table(name = "key_component")
class ComponentRow {

    /** The version's id, a slash, the person's. */
    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "version_id")
    String versionId;

    @Column(name = "person_id")
    String personId;

    int number;

    /** Counts the holders of that number; the last one holds it. */
    int turn;

    @Column(name = "held_since")
    Instant heldSince;

    @SuppressWarnings("NullAway.Init")
    protected ComponentRow() {}

    ComponentRow(
            String tenantId,
            KeyVersionId version,
            PersonId person,
            int number,
            int turn,
            Instant heldSince) {
        this.id = version.value() + "/" + person.value();
        this.tenantId = tenantId;
        this.versionId = version.value();
        this.personId = person.value();
        this.number = number;
        this.turn = turn;
        this.heldSince = heldSince;
    }
}
