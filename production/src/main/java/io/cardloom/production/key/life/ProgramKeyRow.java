package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.tenancy.program.ProgramId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/** The key of a use that a program's cards are made with, where it is not the standard one. */
@Entity
@Table(name = "program_key")
class ProgramKeyRow {

    /** The program's id, a slash, and the use: each program has one key of a use. */
    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "program_id")
    String programId;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_usage")
    KeyUsage usage;

    @Column(name = "key_id")
    String keyId;

    @SuppressWarnings("NullAway.Init")
    protected ProgramKeyRow() {}

    ProgramKeyRow(String tenantId, ProgramId program, KeyUsage usage, KeyId key) {
        this.id = id(program, usage);
        this.tenantId = tenantId;
        this.programId = program.value();
        this.usage = usage;
        this.keyId = key.value();
    }

    static String id(ProgramId program, KeyUsage usage) {
        return program.value() + "/" + usage.name();
    }
}
