package io.cardloom.designer.render;

import io.cardloom.designer.ink.Typeface;
import io.cardloom.designer.ink.Typefaces;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of the fonts: every face that ships with Cardloom. The server shapes with the very files
 * that it serves to browsers.
 */
@Component
public class Fonts implements Typefaces {

    private static final String FOLDER = "fonts/";

    private record Entry(
            String family,
            int weight,
            String label,
            String file,
            String sha256,
            String source,
            String licence) {}

    private final Map<String, Typeface> byFace = new LinkedHashMap<>();
    private final List<FontFace> faces = new ArrayList<>();

    /**
     * @throws IllegalStateException when a shipped file is not the one the table names
     */
    public Fonts() {
        List<Entry> table =
                JsonMapper.shared()
                        .readValue(resource("fonts.json"), new TypeReference<List<Entry>>() {});
        for (Entry entry : table) {
            Typeface typeface = Typeface.read(entry.label(), resource(entry.file()), true);
            if (!typeface.digest().equals(entry.sha256())) {
                throw new IllegalStateException("the font file " + entry.file() + " was changed");
            }
            byFace.put(key(entry.family(), entry.weight()), typeface);
            faces.add(
                    new FontFace(
                            entry.family(),
                            entry.weight(),
                            typeface.digest(),
                            entry.label(),
                            typeface.ascent(),
                            typeface.descent()));
        }
    }

    /** Every face, families in the order people should be offered them. */
    public List<FontFace> all() {
        return List.copyOf(faces);
    }

    /**
     * The file of a face, TrueType.
     *
     * @throws Refusal {@code NOT_FOUND} when no shipped face has this digest
     */
    public byte[] bytes(String digest) {
        return byFace.values().stream()
                .filter(t -> t.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("font"))
                .file();
    }

    /** The file that sets this family in the shipped weight nearest to this one; 500 is regular. */
    public Optional<String> digest(String family, int weight) {
        return Optional.ofNullable(byFace.get(key(family, shipped(weight)))).map(Typeface::digest);
    }

    @Override
    public Typeface typeface(String family, int weight) {
        Typeface typeface = byFace.get(key(family, shipped(weight)));
        if (typeface == null) {
            throw Refusal.invalid(
                    "FONT_UNKNOWN",
                    "There is no font family of that key. Choose one of the families offered.");
        }
        return typeface;
    }

    private static int shipped(int weight) {
        return weight < 550 ? 400 : 700;
    }

    private static String key(String family, int weight) {
        return family + '/' + weight;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the resource " + name + " cannot be read", e);
        }
    }
}
