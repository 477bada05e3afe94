package io.cardloom.designer.font;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A part of a font's file, so small that every server takes it. Written once. */
@Entity
@Immutable
@Table(name = "admitted_font_part")
class FontPartRow {

    /** Bytes of a part at most. */
    static final int LONGEST = 4 << 20;

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "font_id")
    String fontId;

    @Column(name = "part_number")
    int number;

    byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected FontPartRow() {}

    FontPartRow(String id, String tenantId, String fontId, int number, byte[] content) {
        this.id = id;
        this.tenantId = tenantId;
        this.fontId = fontId;
        this.number = number;
        this.content = content;
    }
}
