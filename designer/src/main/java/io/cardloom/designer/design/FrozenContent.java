package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that decides what a card looks like, as one canonical text (RFC 8785): the document, the card
 * body in its version, the digest of each font file. The design's id is in it, so that two
 * programs' designs never share a digest and one's approval is never the other's.
 */
record FrozenContent(
        DesignId design, DesignDocument document, CardBody cardBody, Map<String, String> fonts) {

    /** The form of this text; a later form has a later number. */
    static final int SCHEMA = 1;

    String json() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("schema", SCHEMA);
        tree.put("design", design.value());
        tree.put("document", DesignJson.tree(document));
        tree.put("cardBody", CanonicalJson.read(CardBodies.toJson(cardBody)));
        tree.put("fonts", new TreeMap<>(fonts));
        return CanonicalJson.write(tree);
    }

    /** Reads back what {@link #json} wrote. */
    static FrozenContent read(String json) {
        if (CanonicalJson.read(json) instanceof Map<?, ?> tree
                && tree.get("design") instanceof String design
                && tree.get("document") instanceof Object document
                && tree.get("cardBody") instanceof Object cardBody
                && tree.get("fonts") instanceof Map<?, ?> fonts) {
            Map<String, String> digests = new TreeMap<>();
            fonts.forEach((face, digest) -> digests.put((String) face, (String) digest));
            return new FrozenContent(
                    new DesignId(design),
                    DesignJson.document(document),
                    CardBodies.fromJson(CanonicalJson.write(cardBody)),
                    digests);
        }
        throw new IllegalStateException("a stored revision is not in the form it was written in");
    }

    /** SHA-256 (FIPS 180-4) over the UTF-8 of a text. */
    static Digest digest(String json) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(json.getBytes(StandardCharsets.UTF_8));
            return new Digest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
