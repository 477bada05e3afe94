package io.cardloom.production.emv;

import io.cardloom.production.tlv.Tag;
import io.cardloom.production.verification.PinBlockFormat;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a card's application holds, as data: a new kind of chip is a new profile (docs/chip-data.md
 * describes the file).
 *
 * @param name of the profile
 * @param aid the application's identifier, 5 to 16 bytes in hexadecimal digits
 * @param label the application's name for people, tag 50
 * @param derivation how card keys come from issuer keys
 * @param iccKeyBits length of the card's own RSA key; 0 when it has none
 * @param keys the DGIs of the card's keys and of their check values
 * @param constants values that are the same on each card
 * @param groupings the DGIs in the order in which they are stored
 * @param script how the commands that store them are made
 * @param pin the PIN that the card checks by itself; null when it has none
 */
public record ApplicationProfile(
        String name,
        String aid,
        String label,
        CardKeyDerivation derivation,
        int iccKeyBits,
        Keys keys,
        Map<Tag, String> constants,
        List<Grouping> groupings,
        Script script,
        @Nullable Pin pin) {

    /** Of a card's own RSA key, its parts q⁻¹ mod p, d mod (q − 1), d mod (p − 1), q and p. */
    static final List<Integer> PRIVATE_PARTS = List.of(0x8201, 0x8202, 0x8203, 0x8204, 0x8205);

    /**
     * Where the card's symmetric keys go.
     *
     * @param dgi one after the other, encrypted
     * @param checkValues three bytes for each
     * @param uses which keys, in their order
     */
    public record Keys(int dgi, int checkValues, List<ChipKeyUse> uses) {

        public Keys {
            uses = List.copyOf(uses);
        }
    }

    /**
     * One DGI.
     *
     * @param dgi of a record its short file identifier and its number, a byte each
     * @param template the constructed object around the others; null for none
     * @param signed whether offline data authentication covers it
     * @param tags in their order
     */
    public record Grouping(int dgi, @Nullable Tag template, boolean signed, List<Tag> tags) {

        private static final int MAX_SFI = 30;

        public Grouping {
            tags = List.copyOf(tags);
        }

        /** Whether it is a record of a file (EMV Book 3, 5.3: files 1 to 30). */
        public boolean isRecord() {
            return sfi() >= 1 && sfi() <= MAX_SFI && record() > 0;
        }

        int sfi() {
            return dgi >> 8;
        }

        int record() {
            return dgi & 0xFF;
        }
    }

    /**
     * Where the PIN goes that the card checks by itself (EMV CPS: DGI 8010 and 9010).
     *
     * @param dgi of the PIN block, encrypted
     * @param format of the block: ISO 9564-1 format 1, or 2
     * @param tries how often it may be entered, as the application stores it; null when that is
     *     among the constants, or the application's own affair
     */
    public record Pin(int dgi, PinBlockFormat format, @Nullable Tries tries) {}

    /**
     * Limit and counter of PIN tries, stored as they are and not as data objects.
     *
     * @param hex one or two bytes, such as 0303
     */
    public record Tries(int dgi, String hex) {

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /**
     * How STORE DATA commands are made of the DGIs (EMV CPS 1.1, 3.2.7).
     *
     * @param groupings the most whole DGIs of one command, 1 to 255
     * @param bytes the most bytes of a command's data, 32 to 255. A secure channel that encrypts
     *     and authenticates needs 16 of the 255 for its padding and its code
     * @param order the DGIs that go first; the others follow as they are
     * @param mixed whether a command holds encrypted and clear DGIs side by side, and says that
     *     their encryption depends on the application; else a command holds the one or the other
     * @param dgiFormat whether commands say that they hold DGIs (GlobalPlatform Card Specification
     *     2.2, 11.11.2.1: P1 b5 b4 = 01); by EMV CPS these bits are zero
     */
    public record Script(
            int groupings, int bytes, List<Integer> order, boolean mixed, boolean dgiFormat) {

        static final int FEWEST_BYTES = 32;
        static final int MOST_BYTES = 255;

        /** One DGI a command, with room for a secure channel, in the order of the profile. */
        public static final Script PRESET = new Script(1, 239, List.of(), false, false);

        /**
         * @throws io.cardloom.tenancy.refusal.Refusal {@code CHIP_PROFILE}
         */
        public Script {
            order = List.copyOf(order);
            ProfileRules.script(groupings, bytes, order);
        }
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CHIP_PROFILE}
     */
    public ApplicationProfile {
        constants = Map.copyOf(constants);
        groupings = List.copyOf(groupings);
        ProfileRules.check(aid, label, iccKeyBits, constants, groupings);
        ProfileRules.pin(pin, constants, stored(iccKeyBits, keys, groupings, null));
        ProfileRules.order(script.order(), stored(iccKeyBits, keys, groupings, pin));
    }

    private static Set<Integer> stored(
            int iccKeyBits, Keys keys, List<Grouping> groupings, @Nullable Pin pin) {
        Set<Integer> stored = new HashSet<>(Set.of(keys.dgi(), keys.checkValues()));
        groupings.forEach(grouping -> stored.add(grouping.dgi()));
        if (iccKeyBits > 0) {
            stored.addAll(PRIVATE_PARTS);
        }
        if (pin != null) {
            stored.add(pin.dgi());
            if (pin.tries() != null) {
                stored.add(pin.tries().dgi());
            }
        }
        return stored;
    }

    byte[] aidBytes() {
        return HexFormat.of().parseHex(aid);
    }

    byte[] constant(Tag tag) {
        String hex = constants.get(tag);
        if (hex == null) {
            throw new IllegalArgumentException("no constant of that tag");
        }
        return HexFormat.of().parseHex(hex);
    }

    /** Whether any grouping stores this. */
    boolean stores(Tag tag) {
        return groupings.stream().anyMatch(g -> g.tags().contains(tag));
    }

    /** The application file locator (EMV Book 3, 10.2): each file's range of records. */
    byte[] fileLocator() {
        Set<Integer> files = new TreeSet<>();
        groupings.stream().filter(Grouping::isRecord).forEach(g -> files.add(g.sfi()));
        byte[] locator = new byte[4 * files.size()];
        int at = 0;
        for (int sfi : files) {
            List<Grouping> records =
                    groupings.stream().filter(g -> g.isRecord() && g.sfi() == sfi).toList();
            locator[at++] = (byte) (sfi << 3);
            locator[at++] = (byte) records.getFirst().record();
            locator[at++] = (byte) records.getLast().record();
            locator[at++] = (byte) records.stream().filter(Grouping::signed).count();
        }
        return locator;
    }
}
