package io.cardloom.designer.asset;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of the assets. */
@Component
public class Assets {

    /** Takes in a PNG, JPEG or SVG; refuses with a code {@code UPLOAD_...} and stores nothing. */
    public Asset upload(Actor actor, String fileName, InputStream content) {
        throw new IllegalStateException("not built yet");
    }

    /** What is known of an asset. */
    public Asset get(TenantId tenant, AssetDigest digest) {
        throw new IllegalStateException("not built yet");
    }

    /** What the actor's organization uploaded, newest first. */
    public List<Asset> list(Actor actor, int offset, int limit) {
        throw new IllegalStateException("not built yet");
    }

    /** How many {@link #list} would show in all. */
    public long count(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /** The raster master, PNG or JPEG, sRGB, upright, without metadata. */
    public byte[] raster(TenantId tenant, AssetDigest digest) {
        throw new IllegalStateException("not built yet");
    }

    /** The drawing as SVG 1.1 that Cardloom wrote itself; empty for photographs. */
    public Optional<byte[]> vector(TenantId tenant, AssetDigest digest) {
        throw new IllegalStateException("not built yet");
    }
}
