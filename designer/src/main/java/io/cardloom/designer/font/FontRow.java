package io.cardloom.designer.font;

import io.cardloom.designer.font.sfnt.CheckedFont;
import io.cardloom.designer.font.sfnt.Embedding;
import io.cardloom.designer.font.sfnt.Kerning;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What is known of an admitted font; its bytes lie in parts. Only its withdrawal changes. */
@Entity
@Table(name = "admitted_font")
class FontRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "font_key")
    String key;

    String digest;

    @Column(name = "uploaded_digest")
    String uploadedDigest;

    @Column(name = "file_name")
    String fileName;

    String family;
    String style;
    int weight;
    boolean italic;

    @Column(name = "true_type")
    boolean trueType;

    @Enumerated(EnumType.STRING)
    Embedding embedding;

    boolean subsetting;

    @Enumerated(EnumType.STRING)
    Kerning kerning;

    int glyphs;
    int signs;

    @Column(name = "latin_1")
    int latin1;

    @Column(name = "latin_a")
    int latinA;

    /** One sentence a line. */
    String remarks;

    String copyright;

    @Column(name = "makers_licence")
    String makersLicence;

    String licence;

    @Column(name = "file_bytes")
    long bytes;

    @Column(name = "admitted_at")
    Instant admittedAt;

    @Column(name = "admitted_by")
    String admittedBy;

    @Column(name = "withdrawn_at")
    @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    @Nullable String withdrawnBy;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected FontRow() {}

    FontRow(String id, String tenantId, FontUpload upload, CheckedFont font, Admission by) {
        this.id = id;
        this.tenantId = tenantId;
        this.key = FontKey.of(FontUpload.sha256(font.file())).value();
        this.digest = FontUpload.hex(font.file());
        this.uploadedDigest = upload.digest();
        this.fileName = upload.name();
        this.family = font.family();
        this.style = font.style();
        this.weight = font.weight();
        this.italic = font.italic();
        this.trueType = font.trueType();
        this.embedding = font.embedding();
        this.subsetting = font.subsetting();
        this.kerning = font.kerning();
        this.glyphs = font.glyphs();
        this.signs = font.signs();
        this.latin1 = font.lettersOfLatin1();
        this.latinA = font.lettersOfLatinA();
        this.remarks = String.join("\n", font.remarks());
        this.copyright = font.copyright();
        this.makersLicence = font.licence();
        this.licence = by.licence();
        this.bytes = font.file().length;
        this.admittedAt = by.at();
        this.admittedBy = by.name();
    }

    /** Who admits a font, and under which licence. */
    record Admission(String name, Instant at, String licence) {}

    AdmittedFont font() {
        return new AdmittedFont(
                new FontKey(key),
                digest,
                uploadedDigest,
                fileName,
                family,
                style,
                weight,
                italic,
                trueType,
                embedding,
                subsetting,
                kerning,
                glyphs,
                signs,
                latin1,
                latinA,
                remarks.isEmpty() ? List.of() : remarks.lines().toList(),
                copyright,
                makersLicence,
                licence,
                bytes,
                admittedAt,
                admittedBy,
                withdrawnAt,
                withdrawnBy);
    }
}
