package io.cardloom.production.emv;

import io.cardloom.production.emv.ApplicationProfile.Grouping;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TagDictionary;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to hold of an application profile, so that a card made by it can work. */
final class ProfileRules {

    private static final int SDA = 0x40;
    private static final int DDA = 0x20;

    private ProfileRules() {}

    static void check(
            String aid,
            String label,
            int iccKeyBits,
            Map<Tag, String> constants,
            List<Grouping> groupings) {
        require(aid.matches("([0-9A-F]{2}){5,16}"), "its aid is 5 to 16 bytes");
        require(label.matches("[ -~]{1,16}"), "its label has 1 to 16 characters");
        require(
                iccKeyBits == 0 || iccKeyBits % 8 == 0 && iccKeyBits >= 512 && iccKeyBits <= 1984,
                "iccKeyBits is 0, or 512 to 1984 in steps of eight");
        constants.forEach(ProfileRules::constant);
        Set<Integer> dgis = new HashSet<>();
        for (Grouping grouping : groupings) {
            require(dgis.add(grouping.dgi()), "each DGI comes once");
            grouping(grouping, constants);
        }
        records(groupings);
        authentication(iccKeyBits, constants, groupings);
    }

    static void script(int groupings, int bytes, List<Integer> order) {
        require(groupings >= 1 && groupings <= 255, "a command of its script holds 1 to 255 DGIs");
        require(
                bytes >= ApplicationProfile.Script.FEWEST_BYTES
                        && bytes <= ApplicationProfile.Script.MOST_BYTES,
                "a command of its script holds 32 to 255 bytes");
        require(
                order.size() == new HashSet<>(order).size(),
                "the order of its script names each DGI once");
    }

    /** A card that asks for its own PIN has one, and one that never asks has none. */
    static void pin(
            ApplicationProfile.@Nullable Pin pin, Map<Tag, String> constants, Set<Integer> others) {
        String methods = constants.get(EmvTags.VERIFICATION_METHODS);
        require(
                (methods != null && namesOwnPin(methods)) == (pin != null),
                "8E names a PIN that the card checks exactly when the profile has one");
        if (pin == null) {
            return;
        }
        require(
                pin.format() == PinBlockFormat.ISO_1 || pin.format() == PinBlockFormat.ISO_2,
                "the PIN's format is 1 or 2");
        require(!others.contains(pin.dgi()), "each DGI comes once");
        ApplicationProfile.Tries tries = pin.tries();
        if (tries != null) {
            require(tries.hex().matches("([0-9A-F]{2}){1,2}"), "tries are one or two bytes");
            require(
                    tries.dgi() != pin.dgi() && !others.contains(tries.dgi()),
                    "each DGI comes once");
        }
    }

    /**
     * Two amounts of four bytes, then rules of two (EMV Book 3, C3): 1, 3, 4 and 5 ask the card.
     */
    private static boolean namesOwnPin(String methods) {
        for (int i = 16; i + 4 <= methods.length(); i += 4) {
            int method = HexFormat.fromHexDigits(methods, i, i + 2) & 0x3F;
            if (method == 1 || method >= 3 && method <= 5) {
                return true;
            }
        }
        return false;
    }

    static void order(List<Integer> order, Set<Integer> stored) {
        require(stored.containsAll(order), "the order of its script names DGIs that are stored");
    }

    private static void constant(Tag tag, String hex) {
        require(
                hex.matches("([0-9A-F]{2})*")
                        && TagDictionary.emv()
                                .meaning(tag)
                                .map(m -> m.allows(hex.length() / 2))
                                .orElse(false),
                "the constant " + tag + " has the length that EMV gives it");
        require(!EmvTags.COMPUTED.contains(tag), tag + " is computed and cannot be a constant");
    }

    private static void grouping(Grouping grouping, Map<Tag, String> constants) {
        for (Tag tag : grouping.tags()) {
            require(
                    EmvTags.COMPUTED.contains(tag) || constants.containsKey(tag),
                    tag + " needs a constant");
        }
        require(
                grouping.template() == null || grouping.template().isConstructed(),
                "a template is a constructed tag");
        require(
                !grouping.signed() || grouping.isRecord() && grouping.sfi() <= 10,
                "only records of files 1 to 10 are signed");
        require(
                !grouping.signed()
                        || grouping.tags().stream().noneMatch(EmvTags.SIGNATURES::contains),
                "a signed record does not hold the signature");
        require(
                !grouping.isRecord() || EmvTags.RECORD.equals(grouping.template()),
                "a record has the template 70");
    }

    /** Records of a file stand in order without gaps, the signed ones first (EMV Book 3, 10.2). */
    private static void records(List<Grouping> groupings) {
        Map<Integer, Grouping> last = new HashMap<>();
        for (Grouping grouping : groupings.stream().filter(Grouping::isRecord).toList()) {
            Grouping before = last.put(grouping.sfi(), grouping);
            if (before != null) {
                require(
                        grouping.record() == before.record() + 1
                                && (before.signed() || !grouping.signed()),
                        "records follow each other, the signed ones first");
            }
        }
    }

    private static void authentication(
            int iccKeyBits, Map<Tag, String> constants, List<Grouping> groupings) {
        String profile = constants.get(EmvTags.INTERCHANGE_PROFILE);
        require(profile != null, "82 needs a constant");
        int says = HexFormat.fromHexDigits(profile, 0, 2);
        require(
                (says & SDA) != 0 == stores(groupings, EmvTags.SIGNED_STATIC_DATA),
                "82 says SDA exactly when 93 is stored");
        require(
                (says & DDA) != 0 == stores(groupings, EmvTags.ICC_CERTIFICATE)
                        && (says & DDA) != 0 == iccKeyBits > 0,
                "82 says DDA exactly when 9F46 is stored and the card has a key");
        require(
                !stores(groupings, EmvTags.SIGNED_STATIC_DATA)
                        || constants.containsKey(EmvTags.DATA_AUTHENTICATION_CODE),
                "9F45 needs a constant for SDA");
        String list = constants.get(EmvTags.STATIC_TAG_LIST);
        require(list == null || list.equals("82"), "9F4A names 82 only (EMV Book 2, 5.1.1)");
    }

    private static boolean stores(List<Grouping> groupings, Tag tag) {
        return groupings.stream().anyMatch(g -> g.tags().contains(tag));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw Refusal.invalid("CHIP_PROFILE", "The chip profile is not sound: " + rule + ".");
        }
    }
}
