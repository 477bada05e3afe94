package io.cardloom.designer.ink;

import io.cardloom.designer.asset.AssetDigest;
import java.util.Optional;

/** Port to the raster masters of pictures. */
@FunctionalInterface
public interface Pictures {

    /** The PNG or JPEG file of a picture in sRGB; empty when it is to be left out. */
    Optional<RasterFile> find(AssetDigest asset);
}
