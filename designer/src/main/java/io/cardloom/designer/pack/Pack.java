package io.cardloom.designer.pack;

/**
 * A named set.
 *
 * @param shipped whether it came with Cardloom: on for every product until it is switched off;
 *     otherwise an issuer's own, and off until it is switched on
 */
public record Pack(PackId id, String name, boolean shipped, PackContent content) {

    /** As a file that can be added again, at another issuer too. */
    public String json() {
        return PackJson.write(name, content);
    }
}
