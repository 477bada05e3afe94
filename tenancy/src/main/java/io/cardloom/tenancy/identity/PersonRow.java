package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.isolation.CrossTenant;
import io.cardloom.tenancy.tenant.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A person. */
@Entity
@Table(name = "person")
@CrossTenant("one person may work for partners of several issuers")
@NullUnmarked
class PersonRow {

    @Id String id;
    String name;
    String email;

    @Column(name = "first_seen_at")
    Instant firstSeenAt;

    Person toPerson() {
        return new Person(new PersonId(id), name, email);
    }
}
