package io.cardloom.connectors.bureau;

import io.cardloom.production.output.RunPackage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first file of a package, {@value #FILE_NAME}: what is in it and how many cards it is for. No
 * account data. The same run prepared again gives the same bytes.
 *
 * @param schema {@value #SCHEMA}
 * @param packageName of the package: run and content
 * @param digest of the approved design, 64 lower-case hexadecimal digits
 * @param cards to be made, numbered from 1
 * @param stock plastics counted out for them
 * @param files all others, in the order in which they follow
 */
public record PackageManifest(
        int schema, String packageName, String digest, int cards, int stock, List<Entry> files) {

    public static final String FILE_NAME = "package.json";
    public static final int SCHEMA = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    /**
     * One file.
     *
     * @param bytes length of the clear content
     * @param sha256 of the clear content, 64 lower-case hexadecimal digits
     */
    public record Entry(String name, long bytes, String sha256) {}

    public PackageManifest {
        files = List.copyOf(files);
    }

    static PackageManifest of(RunPackage what) {
        return new PackageManifest(
                SCHEMA,
                what.name().value(),
                what.digest(),
                what.cards(),
                what.stock(),
                what.files().stream()
                        .map(f -> new Entry(f.name(), f.bytes(), f.sha256()))
                        .toList());
    }

    byte[] bytes() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalArgumentException when it is not a manifest of this schema
     */
    public static PackageManifest read(byte[] bytes) {
        try {
            PackageManifest manifest = JSON.readValue(bytes, PackageManifest.class);
            if (manifest.schema() != SCHEMA) {
                throw new IllegalArgumentException("another schema of package manifest");
            }
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("not a package manifest");
        }
    }
}
