package io.cardloom.tenancy.program;

import io.cardloom.tenancy.tenant.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A card program. */
@Entity
@Table(name = "program")
@NullUnmarked
class ProgramRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;

    @Column(name = "issuer_id")
    String issuerId;

    @Column(name = "partner_id")
    String partnerId;

    @Enumerated(EnumType.STRING)
    ProductKind product;

    @Column(name = "started_at")
    Instant startedAt;

    Program toProgram() {
        return new Program(
                new ProgramId(id),
                name,
                new OrganizationId(issuerId),
                new OrganizationId(partnerId),
                product);
    }
}
