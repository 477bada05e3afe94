package io.cardloom.production.key.block;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a key is for, and the modes that go with it (ANSI X9.143:2021, tables 2 and 4); one that is
 * not listed is none that a card issuer exchanges, and is refused. {@code N} (no restriction) is
 * met in blocks of older devices and accepted everywhere.
 */
public enum KeyUsage {
    BASE_DERIVATION("B0", "base derivation key", "XN"),
    INITIAL_DUKPT("B1", "initial DUKPT key", "XN"),
    CARD_VERIFICATION("C0", "card verification key", "CGVN"),
    DATA_ENCRYPTION("D0", "data encryption key", "BDEN"),
    CHIP_CRYPTOGRAMS("E0", "chip master key for application cryptograms", "XBCDEGVN"),
    CHIP_CONFIDENTIALITY("E1", "chip master key for confidential messages", "XBCDEGVN"),
    CHIP_INTEGRITY("E2", "chip master key for authentic messages", "XBCDEGVN"),
    CHIP_AUTHENTICATION_CODE("E3", "chip master key for data authentication codes", "XBCDEGVN"),
    CHIP_DYNAMIC_NUMBERS("E4", "chip master key for dynamic numbers", "XBCDEGVN"),
    CHIP_PERSONALIZATION("E5", "chip key for personalization", "XBCDEGVN"),
    CHIP_OTHER("E6", "chip master key for other purposes", "XBCDEGVN"),
    KEY_ENCRYPTION("K0", "key encryption key", "BDEN"),
    KEY_BLOCK_PROTECTION("K1", "key block protection key", "BDEN"),
    MAC_ISO16609("M0", "MAC key (ISO 16609)", "CGVN"),
    MAC_CBC("M1", "MAC key (ISO/IEC 9797-1 algorithm 1)", "CGVN"),
    MAC_RETAIL("M3", "MAC key (ISO/IEC 9797-1 algorithm 3)", "CGVN"),
    MAC_CMAC("M6", "MAC key (ISO/IEC 9797-1 algorithm 5)", "CGVN"),
    PIN_ENCRYPTION("P0", "PIN encryption key", "BDEN"),
    PIN_VERIFICATION("V0", "PIN verification key", "CGVN"),
    PIN_OFFSET("V1", "PIN verification key (IBM 3624)", "CGVN"),
    PIN_VERIFICATION_VALUE("V2", "PIN verification key (PVV)", "CGVN");

    private final String code;
    private final String words;
    private final String modes;

    KeyUsage(String code, String words, String modes) {
        this.code = code;
        this.words = words;
        this.modes = modes;
    }

    /** Two characters, bytes 5 and 6 of a block. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    boolean allows(char mode) {
        return modes.indexOf(mode) >= 0;
    }

    /** The mode of a block that leaves Cardloom: the one that the usage is named for. */
    public char usualMode() {
        return modes.charAt(0);
    }

    static Optional<KeyUsage> of(String code) {
        return Arrays.stream(values()).filter(u -> u.code.equals(code)).findFirst();
    }
}
