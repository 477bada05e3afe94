package io.cardloom.production.output;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A destination as it is stored; its settings are a JSON object of strings. */
@Entity
@Table(name = "destination")
@NullUnmarked
class DestinationRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;
    String channel;
    String driver;

    @Column(name = "bureau_id")
    String bureauId;

    @Column(length = Integer.MAX_VALUE)
    String settings;

    @Version long version;
}
