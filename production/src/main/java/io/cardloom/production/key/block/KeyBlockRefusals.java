package io.cardloom.production.key.block;

import io.cardloom.tenancy.refusal.Refusal;

/** What is said of a block that is not taken; a retry with the same block does not help. */
final class KeyBlockRefusals {

    private KeyBlockRefusals() {}

    static Refusal length(String sentence) {
        return Refusal.invalid("KEY_BLOCK_LENGTH", sentence);
    }

    static Refusal header(String sentence) {
        return Refusal.invalid("KEY_BLOCK_HEADER", sentence);
    }

    static Refusal version() {
        return Refusal.invalid(
                "KEY_BLOCK_VERSION",
                "Key blocks of version B (TDEA) and D (AES) are taken. Ask the sender for one.");
    }

    static Refusal usage(String sentence) {
        return Refusal.invalid("KEY_BLOCK_USAGE", sentence);
    }

    static Refusal mac() {
        return Refusal.invalid(
                "KEY_BLOCK_MAC",
                "The key block was changed, or it is protected by another key. Compare the check"
                        + " value of the protection key with the sender's.");
    }

    static Refusal padding() {
        return Refusal.invalid(
                "KEY_BLOCK_PADDING",
                "The key block is genuine, but the length of the key in it does not fit. Ask the"
                        + " sender for a new one.");
    }

    static Refusal protection(String sentence) {
        return Refusal.invalid("KEY_BLOCK_PROTECTION", sentence);
    }
}
