package io.cardloom.designer.asset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Hostile files by what is hostile about them; each is made when it is its turn. */
final class Corpus {

    /** What comes of a file that is taken: a picture that Cardloom made anew. */
    static final String TAKEN = "taken, made anew";

    /**
     * @param outcome the code it is refused for, or {@link #TAKEN}
     */
    record Hostile(String fileName, String outcome, Supplier<byte[]> content) {}

    private final Map<String, Hostile> files = new LinkedHashMap<>();

    void add(String what, String fileName, String outcome, Supplier<byte[]> content) {
        if (files.put(what, new Hostile(fileName, outcome, content)) != null) {
            throw new IllegalArgumentException("there are two of " + what);
        }
    }

    /** A drawing; the code without what all drawings' codes begin with. */
    void svg(String what, String code, Supplier<byte[]> content) {
        add(what, "a.svg", code.equals(TAKEN) ? TAKEN : "UPLOAD_SVG_" + code, content);
    }

    Map<String, Hostile> files() {
        return files;
    }

    static byte[] flipped(byte[] file, int at) {
        byte[] copy = file.clone();
        copy[at] ^= 0x55;
        return copy;
    }

    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        noise[0] = (byte) 0xEE;
        return noise;
    }
}
