package io.cardloom.designer.render;

import io.cardloom.designer.design.FontDigests;
import io.cardloom.designer.font.AdmittedFont;
import io.cardloom.designer.font.AdmittedFonts;
import io.cardloom.designer.font.FontKey;
import io.cardloom.designer.ink.Typeface;
import io.cardloom.designer.ink.Typefaces;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The typefaces of each issuer: those that ship with Cardloom, and those that it admitted itself. A
 * family that is an admitted font's key is one face, whatever weight is asked for.
 */
@Component
public class TypeCase implements FontDigests {

    private static final long MOST_BYTES = 64L << 20;

    /** An issuer's font; another issuer's same file is another. */
    private record Key(TenantId tenant, FontKey font) {}

    private final Fonts shipped;
    private final AdmittedFonts admitted;
    private final Map<Key, Typeface> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    TypeCase(Fonts shipped, AdmittedFonts admitted) {
        this.shipped = shipped;
        this.admitted = admitted;
    }

    /**
     * An issuer's typefaces, for one piece of work. Withdrawn fonts are among them: what shows them
     * already goes on doing so.
     */
    public Typefaces of(TenantId tenant) {
        Map<FontKey, Typeface> used = new ConcurrentHashMap<>();
        return (family, weight) -> {
            Optional<FontKey> key = FontKey.in(family);
            return key.isEmpty()
                    ? shipped.typeface(family, weight)
                    : used.computeIfAbsent(key.get(), font -> typeface(new Key(tenant, font)));
        };
    }

    private Typeface typeface(Key key) {
        @Nullable Typeface known = known(key);
        if (known != null) {
            return known;
        }
        AdmittedFont font = admitted.find(key.tenant(), key.font()).orElseThrow(TypeCase::unknown);
        Typeface read =
                Typeface.read(
                        font.label(),
                        admitted.file(key.tenant(), key.font()),
                        font.trueType() && font.subsetting());
        keep(key, read);
        return read;
    }

    private synchronized @Nullable Typeface known(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Typeface typeface) {
        Typeface before = kept.put(key, typeface);
        bytes += typeface.bytes() - (before == null ? 0 : before.bytes());
        var oldest = kept.entrySet().iterator();
        while (bytes > MOST_BYTES && kept.size() > 1) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }

    @Override
    public Optional<String> digest(TenantId tenant, String family, int weight) {
        Optional<FontKey> key = FontKey.in(family);
        return key.isEmpty()
                ? shipped.digest(family, weight)
                : admitted.find(tenant, key.get()).map(AdmittedFont::digest);
    }

    @Override
    public boolean isWithdrawn(TenantId tenant, String family) {
        return FontKey.in(family)
                .flatMap(key -> admitted.find(tenant, key))
                .filter(AdmittedFont::isWithdrawn)
                .isPresent();
    }

    private static Refusal unknown() {
        return Refusal.invalid(
                "FONT_UNKNOWN",
                "There is no font family of that key. Choose one of the families offered.");
    }
}
