package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyBlockVersion;
import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.hsm.IncomingKey;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract, and key blocks in and out. */
public abstract class KeyBlockContract extends DataKeyContract {

    /** openemv/tr31, test/tr31_decrypt_test.c: the protection keys stay inside. */
    @Test
    void takesPublishedKeyBlocksIn() {
        KeyCheckValue expected = KeyCheckValue.ofTdea(hex("3F419E1CB7079442AA37474C2EFBF8B8"));
        KeyCheckValue aes = KeyCheckValue.ofAes(hex("3F419E1CB7079442AA37474C2EFBF8B8"));
        for (KeyKind kind : List.of(KeyKind.TDEA_DOUBLE, KeyKind.AES_256)) {
            KeyName protection = publishedProtection(kind);
            KeyCheckValue right = kind == KeyKind.AES_256 ? aes : expected;
            IncomingKey incoming = incoming(published(kind), protection, right);
            KeyName name = name();
            assertThat(driver().transport().take(name, incoming)).isEqualTo(right);
            assertThat(again().storage().holds(name)).isTrue();
            assertThatThrownBy(() -> driver().transport().take(name, incoming))
                    .isInstanceOf(KeyDeviceFailure.class)
                    .hasMessageContaining("already");
        }
    }

    @Test
    void keepsNothingOfABlockThatWasChangedOrHoldsAnotherKeyThanWasExpected() {
        KeyName protection = publishedProtection(KeyKind.AES_256);
        String block = published(KeyKind.AES_256);
        KeyName name = name();
        assertThatThrownBy(
                        () ->
                                driver().transport()
                                        .take(
                                                name,
                                                incoming(
                                                        block,
                                                        protection,
                                                        new KeyCheckValue("123456"))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_CHECK_VALUE"));
        assertThat(driver().storage().holds(name)).isFalse();
        for (int at = 16; at < block.length(); at += 7) {
            char other = block.charAt(at) == '0' ? '1' : '0';
            String changed = block.substring(0, at) + other + block.substring(at + 1);
            assertThat(
                            catchThrowable(
                                    () ->
                                            driver().transport()
                                                    .take(
                                                            name,
                                                            incoming(changed, protection, null))))
                    .isInstanceOfAny(Refusal.class, KeyDeviceFailure.class);
        }
        assertThat(driver().storage().holds(name)).isFalse();
    }

    @Test
    void letsKeysOutAsBlocksOrSaysThatItDoesNot() {
        KeyName protection = name();
        try (ClearKey clear = ClearKey.random(KeyKind.AES_256, RANDOM)) {
            bring(protection, KeyUsage.KEY_BLOCK_PROTECTION, clear);
            KeyName key = name();
            KeyCheckValue made = make(key, KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
            if (unable().contains(Ability.LET_KEYS_OUT)) {
                assertThatThrownBy(() -> out(key, protection))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                r -> assertThat(r.code()).isEqualTo("KEY_NOT_EXTRACTABLE"));
                return;
            }
            try (KeyBlocks.Unwrapped back =
                    KeyBlocks.unwrap(out(key, protection), ProtectionKey.of(clear))) {
                assertThat(back.key().checkValue()).isEqualTo(made);
                assertThat(back.header().usage()).isEqualTo(KeyUsage.CARD_VERIFICATION);
            }
        }
    }

    private String out(KeyName key, KeyName protection) {
        return driver().transport()
                .export(
                        KeyBlockHeader.of(
                                KeyBlockVersion.D, KeyUsage.CARD_VERIFICATION, KeyAlgorithm.TDEA),
                        key,
                        KeyKind.TDEA_DOUBLE,
                        protection,
                        KeyKind.AES_256);
    }

    private KeyName publishedProtection(KeyKind kind) {
        KeyName name = name();
        String key =
                kind == KeyKind.AES_256
                        ? "88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6"
                        : "DD7515F2BFC17F85CE48F3CA25CB21F6";
        try (ClearKey clear = new ClearKey(kind, hex(key))) {
            bring(name, KeyUsage.KEY_BLOCK_PROTECTION, clear);
        }
        return name;
    }
}
