package io.cardloom.designer.pack;

import io.cardloom.tenancy.program.ProgramId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.TenantId;

/** A pack that a product has otherwise than its origin says: a shipped one off, an own one on. */
@Entity
@Table(name = "program_pack")
@IdClass(ProgramPackRow.Key.class)
class ProgramPackRow {

    /** A pack at a product. */
    record Key(String programId, String packId) implements Serializable {}

    @Id
    @Column(name = "program_id")
    String programId = "";

    @Id
    @Column(name = "pack_id")
    String packId = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "is_on")
    boolean on;

    protected ProgramPackRow() {}

    ProgramPackRow(ProgramId program, PackId pack, boolean on) {
        this.programId = program.value();
        this.packId = pack.value();
        this.on = on;
    }
}
