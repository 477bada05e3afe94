package io.cardloom.designer.font;

import io.cardloom.designer.asset.decoder.Decoders;
import io.cardloom.designer.font.sfnt.CheckedFont;
import io.cardloom.designer.font.sfnt.FontCheck;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The door of an issuer's own fonts. A file is read by our own strict reader and made anew of what
 * was read; then a JVM of its own draws every letter of it; only then do Cardloom and browsers see
 * it. A font is withdrawn, never deleted: what is frozen keeps its letters.
 */
@Component
public class AdmittedFonts {

    /** Bytes of the largest file. */
    public static final int LARGEST = 10 << 20;

    /** Fonts of one issuer at most, those withdrawn among them. */
    public static final int MOST = 200;

    private final FontRepository fonts;
    private final Decoders decoders;
    private final TenantWork work;
    private final AuditTrail trail;
    private final Clock clock;
    private final int most;

    @Autowired
    AdmittedFonts(
            FontRepository fonts,
            Decoders decoders,
            TenantWork work,
            AuditTrail trail,
            Clock clock) {
        this(fonts, decoders, work, trail, clock, MOST);
    }

    AdmittedFonts(
            FontRepository fonts,
            Decoders decoders,
            TenantWork work,
            AuditTrail trail,
            Clock clock,
            int most) {
        this.fonts = fonts;
        this.decoders = decoders;
        this.work = work;
        this.trail = trail;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Takes in a TrueType or OpenType font; needs {@code ADMINISTER}.
     *
     * @param fileName what the person called it
     * @param content read to its end or to {@link #LARGEST}, not closed
     * @throws Refusal {@code PERMISSION_MISSING}; {@code FONT_LICENCE_...} when the statement does
     *     not do; {@code FONT_ALREADY_THERE} or {@code FONT_TOO_MANY} (conflicts); those of {@link
     *     FontCheck#read}; {@code FONT_NOT_DRAWABLE}; {@code UPLOAD_BROKEN_OFF} or {@code
     *     UPLOAD_BUSY} (conflicts) where a retry helps
     */
    public AdmittedFont admit(
            Actor actor, String fileName, InputStream content, LicenceStatement licence) {
        actor.require(Permission.ADMINISTER);
        licence.require();
        FontUpload upload = FontUpload.from(fileName, content);
        refuseKnown(actor.tenant(), upload.digest());
        CheckedFont checked = FontCheck.read(upload.content());
        refuseKnown(actor.tenant(), FontUpload.hex(checked.file()));
        draw(checked);
        FontRow.Admission admission =
                new FontRow.Admission(
                        actor.name(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        licence.words());
        try {
            return work.call(
                    actor.tenant(),
                    () -> {
                        FontRow row = fonts.add(actor.tenant(), upload, checked, admission);
                        trail.record(actor, admitted(row));
                        return row.font();
                    });
        } catch (DataIntegrityViolationException somebodyWasFaster) {
            throw alreadyThere(checked.family());
        }
    }

    private void draw(CheckedFont font) {
        try {
            decoders.font(font.file());
        } catch (Refusal refusal) {
            throw refusal.code().equals("UPLOAD_BUSY")
                    ? refusal
                    : Refusal.invalid(
                            "FONT_NOT_DRAWABLE",
                            "The letters of the font cannot all be drawn within ten seconds. Ask"
                                    + " its maker for a file with only the scripts that the cards"
                                    + " need.");
        }
    }

    private void refuseKnown(TenantId tenant, String digest) {
        work.run(
                tenant,
                () -> {
                    Optional<FontRow> known = fonts.uploaded(tenant, digest);
                    if (known.isPresent()) {
                        throw alreadyThere(known.get().font().label());
                    }
                    if (fonts.count(tenant) >= most) {
                        throw Refusal.conflict(
                                "FONT_TOO_MANY",
                                "There are %d fonts, which is as many as an issuer can have. Use one of those."
                                        .formatted(most));
                    }
                });
    }

    private static Refusal alreadyThere(String name) {
        return Refusal.conflict(
                "FONT_ALREADY_THERE",
                "This file is in the list already, as %s. If it was withdrawn, take it back there."
                        .formatted(name));
    }

    /**
     * @throws Refusal {@code FONT_LICENCE_NUMBER}
     */
    private static AuditEntry admitted(FontRow row) {
        Map<String, String> details = new TreeMap<>();
        details.put("font", row.font().label());
        details.put("licence", row.licence);
        details.put("digest", row.digest);
        details.put("uploaded", row.uploadedDigest);
        details.put("embedding", row.embedding.name());
        details.put("kerning", row.kerning.name());
        try {
            return new AuditEntry("font.admitted", row.key, null, details);
        } catch (IllegalArgumentException looksLikeAnAccount) {
            throw Refusal.invalid(
                    "FONT_LICENCE_NUMBER",
                    "A number in the licence looks like a card's number, which may not be kept"
                            + " here. Leave it out.");
        }
    }

    /**
     * All that the issuer admitted, by name, those withdrawn too; needs {@code ADMINISTER}.
     *
     * @throws Refusal {@code PERMISSION_MISSING}
     */
    public List<AdmittedFont> list(Actor actor) {
        actor.require(Permission.ADMINISTER);
        return all(actor.tenant());
    }

    /**
     * What designs may be set in from now on, by name; needs {@code VIEW_DESIGN}.
     *
     * @throws Refusal {@code PERMISSION_MISSING}
     */
    public List<AdmittedFont> offered(Actor actor) {
        actor.require(Permission.VIEW_DESIGN);
        return all(actor.tenant()).stream().filter(font -> !font.isWithdrawn()).toList();
    }

    /** All that the issuer admitted, for Cardloom's own work. */
    public List<AdmittedFont> all(TenantId tenant) {
        return work.read(tenant, () -> fonts.all(tenant).stream().map(FontRow::font).toList());
    }

    /** What is known of a font; empty when the tenant has none of that key. */
    public Optional<AdmittedFont> find(TenantId tenant, FontKey key) {
        return work.read(tenant, () -> fonts.find(tenant, key).map(FontRow::font));
    }

    /**
     * The file that letters are drawn with, withdrawn or not.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant has no such font
     * @throws IllegalStateException when what is stored does not give its digest: somebody has
     *     changed it behind Cardloom's back
     */
    public byte[] file(TenantId tenant, FontKey key) {
        return work.read(
                tenant,
                () -> whole(tenant, fonts.find(tenant, key).orElseThrow(AdmittedFonts::unknown)));
    }

    /**
     * The file by its digest, for a browser; needs {@code VIEW_DESIGN}.
     *
     * @throws Refusal {@code PERMISSION_MISSING}, {@code NOT_FOUND}
     */
    public byte[] file(Actor actor, String digest) {
        actor.require(Permission.VIEW_DESIGN);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () ->
                        whole(
                                tenant,
                                fonts.digest(tenant, digest).orElseThrow(AdmittedFonts::unknown)));
    }

    private byte[] whole(TenantId tenant, FontRow row) {
        byte[] file = fonts.file(tenant, row.id);
        if (!FontUpload.hex(file).equals(row.digest)) {
            throw new IllegalStateException("The stored font " + row.key + " was changed");
        }
        return file;
    }

    /**
     * Offers a font no more; needs {@code ADMINISTER}. What shows it already keeps it; preflight
     * tells where. The same again changes nothing.
     *
     * @throws Refusal {@code PERMISSION_MISSING}, {@code NOT_FOUND}
     */
    public void withdraw(Actor actor, FontKey key) {
        change(actor, key, true);
    }

    /**
     * Offers a withdrawn font again; needs {@code ADMINISTER}. The same again changes nothing.
     *
     * @throws Refusal {@code PERMISSION_MISSING}, {@code NOT_FOUND}
     */
    public void takeBack(Actor actor, FontKey key) {
        change(actor, key, false);
    }

    private void change(Actor actor, FontKey key, boolean withdrawn) {
        actor.require(Permission.ADMINISTER);
        work.run(
                actor.tenant(),
                () -> {
                    FontRow row =
                            fonts.find(actor.tenant(), key).orElseThrow(AdmittedFonts::unknown);
                    if (withdrawn == (row.withdrawnAt != null)) {
                        return;
                    }
                    row.withdrawnAt =
                            withdrawn ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null;
                    row.withdrawnBy = withdrawn ? actor.name() : null;
                    trail.record(
                            actor,
                            new AuditEntry(
                                    withdrawn ? "font.withdrawn" : "font.taken-back",
                                    key.value(),
                                    null,
                                    Map.of("font", row.font().label(), "digest", row.digest)));
                });
    }

    private static Refusal unknown() {
        return Refusal.notFound("font");
    }
}
