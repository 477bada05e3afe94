package io.cardloom.production.key.hsm;

import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A key block that is taken in, and what it is expected to hold.
 *
 * @param expected its check value as the sender tells it; null when the sender told none
 */
public record IncomingKey(
        String block,
        KeyUsage usage,
        KeyKind kind,
        KeyName protection,
        KeyKind protectionKind,
        @Nullable KeyCheckValue expected) {

    /**
     * The key in clear, for devices that do not read key blocks; the caller closes it.
     *
     * @throws Refusal as {@link KeyBlocks#unwrap}, and {@code KEY_KIND}, {@code KEY_WEAK} or {@code
     *     KEY_CHECK_VALUE} when it is not the key that was expected
     */
    public ClearKey opened(ProtectionKey by) {
        ClearKey key = KeyBlocks.unwrap(block, by).key();
        try {
            if (key.kind() != kind) {
                throw Refusal.invalid("KEY_KIND", "The key in the block has another length.");
            }
            requireExpected(key, expected);
            return key;
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }

    /**
     * @param expected null takes any
     * @throws Refusal {@code KEY_WEAK}, {@code KEY_CHECK_VALUE}
     */
    public static void requireExpected(ClearKey key, @Nullable KeyCheckValue expected) {
        if (key.weak()) {
            throw Refusal.invalid(
                    "KEY_WEAK",
                    "Two parts of the key are the same, so it is no stronger than one.");
        }
        requireExpected(key.checkValue(), expected);
    }

    /**
     * @param expected null takes any
     * @throws Refusal {@code KEY_CHECK_VALUE}
     */
    public static void requireExpected(KeyCheckValue made, @Nullable KeyCheckValue expected) {
        if (expected != null && !expected.equals(made)) {
            throw Refusal.invalid(
                    "KEY_CHECK_VALUE",
                    "The key's check value is not the one that was expected. Compare each part's"
                            + " check value with its envelope, and hold the ceremony again.");
        }
    }

    @Override
    public String toString() {
        return "IncomingKey[REDACTED]";
    }
}
