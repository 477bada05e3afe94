package io.cardloom.production.emv;

import io.cardloom.production.tlv.Tag;
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
 */
public record ApplicationProfile(
        String name,
        String aid,
        String label,
        CardKeyDerivation derivation,
        int iccKeyBits,
        Keys keys,
        Map<Tag, String> constants,
        List<Grouping> groupings) {

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
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CHIP_PROFILE}
     */
    public ApplicationProfile {
        constants = Map.copyOf(constants);
        groupings = List.copyOf(groupings);
        ProfileRules.check(aid, label, iccKeyBits, constants, groupings);
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
