package io.cardloom.designer.pack;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The packs that came with Cardloom, read and checked when it starts. */
@Component
class ShippedPacks {

    private static final List<String> NAMES = List.of("lines-and-marks", "celebrations", "looks");

    private final List<Pack> packs;

    /**
     * @throws IllegalStateException when one is damaged; names it, and the code of what is wrong
     */
    ShippedPacks() {
        this.packs = NAMES.stream().map(name -> read(name, bytes(name))).toList();
    }

    List<Pack> all() {
        return packs;
    }

    Optional<Pack> find(PackId id) {
        return packs.stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    /** A pack of these bytes, or the reason why Cardloom does not start with it. */
    static Pack read(String name, byte[] bytes) {
        try {
            PackJson.Named named = PackJson.read(bytes);
            return new Pack(new PackId(name), named.name(), true, named.content());
        } catch (Refusal refusal) {
            throw new IllegalStateException(
                    "The shipped pack %s.json is wrong (%s): %s"
                            .formatted(name, refusal.code(), refusal.sentence()),
                    refusal);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream file = ShippedPacks.class.getResourceAsStream(name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("The shipped pack " + name + ".json is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
