package io.cardloom.tenancy.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** Where a tenant's chain ends; its id is the tenant's. */
@Entity
@Table(name = "audit_head")
@NullUnmarked
class AuditHeadRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    long entries;
    String hash;
}
