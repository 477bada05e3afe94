package io.cardloom.designer.render;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One tenant's pictures, each fetched once; for one piece of work. */
final class AssetPictures implements Pictures {

    private final Assets assets;
    private final TenantId tenant;
    private final boolean strict;
    private final Map<AssetDigest, Optional<RasterFile>> found = new ConcurrentHashMap<>();

    /**
     * @param strict whether a picture that is gone is refused; else it is left out
     */
    AssetPictures(Assets assets, TenantId tenant, boolean strict) {
        this.assets = assets;
        this.tenant = tenant;
        this.strict = strict;
    }

    @Override
    public Optional<RasterFile> find(AssetDigest asset) {
        return found.computeIfAbsent(asset, this::fetch);
    }

    private Optional<RasterFile> fetch(AssetDigest asset) {
        try {
            return Optional.of(new RasterFile(assets.raster(tenant, asset)));
        } catch (Refusal missing) {
            if (missing.kind() != Refusal.Kind.NOT_FOUND) {
                throw missing;
            }
            if (strict) {
                throw Refusal.invalid(
                        "IMAGE_MISSING",
                        "A picture of the design is not there any more. Upload it again or remove"
                                + " its layer.");
            }
            return Optional.empty();
        }
    }
}
