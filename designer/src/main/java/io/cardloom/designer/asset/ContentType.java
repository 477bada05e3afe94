package io.cardloom.designer.asset;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what a file is by its content, and whether its name agrees (OWASP ASVS 5.0.0, 5.2.2). Uses
 * Tika's detection by magic numbers and the XML root only, never its parsers.
 */
final class ContentType {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private static final Map<MediaType, Set<String>> ENDINGS =
            Map.of(
                    MediaType.PNG, Set.of("png", "apng"),
                    MediaType.JPEG, Set.of("jpg", "jpeg", "jpe", "jfif"),
                    MediaType.SVG, Set.of("svg"));

    private static final Map<String, String> PICTURES =
            Map.of(
                    "image/webp", "a WebP picture",
                    "image/heic", "an HEIC photograph",
                    "image/heif", "an HEIF photograph",
                    "image/avif", "an AVIF picture",
                    "image/gif", "a GIF picture",
                    "image/tiff", "a TIFF picture",
                    "image/bmp", "a BMP picture",
                    "image/vnd.adobe.photoshop", "a Photoshop document");

    private static final Map<String, String> DOCUMENTS =
            Map.of(
                    "application/pdf", "a PDF document",
                    "application/postscript", "a PostScript file",
                    "application/illustrator", "an Illustrator document");

    private ContentType() {}

    /**
     * @throws Refusal {@code UPLOAD_SVGZ}, {@code UPLOAD_TYPE} or {@code UPLOAD_NAME_MISMATCH}; the
     *     same bytes never pass by the same name
     */
    static MediaType of(byte[] content, UploadName name) {
        String seen = detect(content, new Metadata());
        if ("application/gzip".equals(seen)) {
            throw Refusal.invalid(
                    "UPLOAD_SVGZ",
                    "The file is compressed (gzip), as svgz files are. Unpack it and upload the"
                            + " .svg inside.");
        }
        MediaType type =
                switch (seen) {
                    case "image/png", "image/apng", "image/vnd.mozilla.apng" -> MediaType.PNG;
                    case "image/jpeg" -> MediaType.JPEG;
                    case "image/svg+xml" -> MediaType.SVG;
                    // A document type can hide the root; the drawing's own reader knows better.
                    case "application/xml", "text/plain" -> {
                        if (!"svg".equals(name.ending())) {
                            throw unknown(seen);
                        }
                        yield MediaType.SVG;
                    }
                    default -> throw unknown(seen);
                };
        agree(type, content, name);
        return type;
    }

    private static void agree(MediaType type, byte[] content, UploadName name) {
        if (name.ending().isEmpty()) {
            return;
        }
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, "file." + name.ending());
        boolean contradicts = !sameKind(type, detect(content, named));
        if (contradicts || !ENDINGS.getOrDefault(type, Set.of()).contains(name.ending())) {
            throw Refusal.invalid(
                    "UPLOAD_NAME_MISMATCH",
                    "The file is a %s, but its name does not end so. Check that it is the file you mean, and let its name end with .%s."
                            .formatted(type.name(), type == MediaType.JPEG ? "jpg" : word(type)));
        }
    }

    private static boolean sameKind(MediaType type, String seen) {
        return seen.equals(type.word()) || (type == MediaType.PNG && seen.endsWith("apng"));
    }

    private static String word(MediaType type) {
        return type == MediaType.PNG ? "png" : "svg";
    }

    private static Refusal unknown(String seen) {
        String picture = PICTURES.get(seen);
        String document = DOCUMENTS.get(seen);
        if (picture != null) {
            return Refusal.invalid(
                    "UPLOAD_TYPE",
                    "The file is %s; PNG, JPEG and SVG pass. Save it as JPEG (photographs) or PNG, and upload that."
                            .formatted(picture));
        }
        if (document != null) {
            return Refusal.invalid(
                    "UPLOAD_TYPE",
                    "The file is %s; PNG, JPEG and SVG pass. Export the drawing as SVG with text converted to outlines."
                            .formatted(document));
        }
        return Refusal.invalid(
                "UPLOAD_TYPE",
                "The file is neither a PNG, a JPEG nor an SVG by its content, whatever its name"
                        + " says. Export the picture in one of these and upload that.");
    }

    private static String detect(byte[] content, Metadata metadata) {
        try {
            return TYPES.detect(new ByteArrayInputStream(content), metadata)
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
