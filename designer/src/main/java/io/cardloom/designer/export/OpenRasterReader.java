package io.cardloom.designer.export;

import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Takes the document out of an OpenRaster file; its pictures are not looked at. */
final class OpenRasterReader {

    private static final int MOST_FILE = 200 << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_DOCUMENT = 8 << 20;
    private static final long MOST_INFLATED = 1L << 30;

    private OpenRasterReader() {}

    /**
     * @throws Refusal {@code OPEN_RASTER_FORM} when it is no OpenRaster or was not made by
     *     Cardloom; or the refusal of the document
     */
    static DesignDocument document(byte[] file) {
        if (file.length > MOST_FILE) {
            throw form();
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            long inflated = 0;
            ZipEntry entry = zip.getNextEntry();
            for (int count = 0; entry != null && count < MOST_ENTRIES; count++) {
                if (entry.getName().equals(OpenRaster.DOCUMENT)) {
                    byte[] json = zip.readNBytes(MOST_DOCUMENT + 1);
                    if (json.length > MOST_DOCUMENT) {
                        throw form();
                    }
                    return DesignJson.read(new String(json, StandardCharsets.UTF_8));
                }
                inflated += skip(zip, MOST_INFLATED - inflated);
                entry = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw form();
        }
        throw form();
    }

    private static long skip(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long skipped = 0;
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            skipped += count;
            if (skipped > most) {
                throw form();
            }
        }
        return skipped;
    }

    private static Refusal form() {
        return Refusal.invalid(
                "OPEN_RASTER_FORM",
                "This is no OpenRaster file with a design inside. Use one that was downloaded"
                        + " here.");
    }
}
