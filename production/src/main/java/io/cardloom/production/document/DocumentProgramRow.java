package io.cardloom.production.document;

import io.cardloom.production.document.access.AccessCipher;
import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.lds.PaceProtocol;
import io.cardloom.production.document.mrz.MrzFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One saved version of what a program's documents are. */
@Entity
@Immutable
@Table(name = "document_program")
class DocumentProgramRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "program_id")
    String programId;

    /** False where the program's cards are documents no more. */
    boolean carried;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    MrzFormat format;

    @Column(name = "lds_version")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    LdsVersion version;

    @Column(name = "group_hash")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    GroupHash hash;

    @Column(name = "basic_access")
    boolean basicAccess;

    @Column(name = "pace_mapping")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    PaceProtocol.@Nullable Mapping mapping;

    @Column(name = "pace_cipher")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable AccessCipher cipher;

    @Column(name = "pace_curve")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    PaceProtocol.@Nullable Curve curve;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable AuthenticationKind authentication;

    @Column(name = "drawn_numbers")
    boolean drawnNumbers;

    @Column(name = "transport_key")
    @Nullable String transportKey;

    @Column(name = "saved_at")
    Instant savedAt;

    @SuppressWarnings("NullAway.Init")
    protected DocumentProgramRow() {}

    DocumentProgramRow(
            String tenantId,
            String programId,
            boolean carried,
            DocumentProgram said,
            Instant savedAt) {
        DocumentProfile profile = said.profile();
        PaceProtocol pace = profile.pace();
        this.id = said.id();
        this.tenantId = tenantId;
        this.programId = programId;
        this.carried = carried;
        this.format = profile.format();
        this.version = profile.version();
        this.hash = profile.hash();
        this.basicAccess = profile.basicAccess();
        this.mapping = pace == null ? null : pace.mapping();
        this.cipher = pace == null ? null : pace.cipher();
        this.curve = pace == null ? null : pace.curve();
        this.authentication = profile.authentication();
        this.drawnNumbers = said.drawnNumbers();
        this.transportKey = said.transportKey();
        this.savedAt = savedAt;
    }

    DocumentProgram told() {
        PaceProtocol pace =
                mapping == null || cipher == null || curve == null
                        ? null
                        : new PaceProtocol(mapping, cipher, curve);
        return new DocumentProgram(
                id,
                new DocumentProfile(format, version, hash, basicAccess, pace, authentication),
                drawnNumbers,
                transportKey);
    }
}
