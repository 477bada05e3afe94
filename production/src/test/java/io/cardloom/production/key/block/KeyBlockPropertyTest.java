package io.cardloom.production.key.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyBlockPropertyTest {

    private static final int CASES = 10_000;
    private static final Set<String> CODES =
            Set.of(
                    "KEY_BLOCK_LENGTH",
                    "KEY_BLOCK_VERSION",
                    "KEY_BLOCK_HEADER",
                    "KEY_BLOCK_USAGE",
                    "KEY_BLOCK_MAC");

    private final Map<KeyBlockVersion, ProtectionKey> protection =
            new EnumMap<>(KeyBlockVersion.class);

    @Test
    void takesBackEveryKeyThatItWrapped() {
        Random random = new Random(143);
        protect(random);
        for (int i = 0; i < CASES; i++) {
            KeyBlockVersion version = any(random, KeyBlockVersion.values());
            try (ClearKey key = ClearKey.random(kind(random, version), random)) {
                KeyBlockHeader header = header(random, version, key.kind().algorithm());
                String block = KeyBlocks.wrap(header, key, protection(version), random);
                try (KeyBlocks.Unwrapped back = KeyBlocks.unwrap(block, protection(version))) {
                    assertThat(back.header()).as("case %s", i).isEqualTo(header);
                    assertThat(back.key().bytes()).as("case %s", i).isEqualTo(key.bytes());
                    assertThat(back.key().kind()).isEqualTo(key.kind());
                }
            }
        }
    }

    @Test
    void refusesEveryDamagedBlockByTheDocumentedRefusal() {
        Random random = new Random(31);
        protect(random);
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            KeyBlockVersion version = any(random, KeyBlockVersion.values());
            try (ClearKey key = ClearKey.random(kind(random, version), random)) {
                KeyBlockHeader header = header(random, version, key.kind().algorithm());
                String block = KeyBlocks.wrap(header, key, protection(version), random);
                String damaged = damaged(random, block);
                assertThatThrownBy(() -> KeyBlocks.unwrap(damaged, protection(version)))
                        .as("case %s", i)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> seen.merge(refusal.code(), 1, Integer::sum));
            }
        }
        seen.remove("KEY_BLOCK_PROTECTION"); // B turned into D: the protection key is none of it
        assertThat(seen.keySet()).isEqualTo(CODES);
    }

    @Test
    void refusesAnotherProtectionKey() {
        Random random = new Random(9);
        protect(random);
        for (KeyBlockVersion version : KeyBlockVersion.values()) {
            ClearKey key = ClearKey.random(kind(random, version), random);
            String block =
                    KeyBlocks.wrap(
                            header(random, version, key.kind().algorithm()),
                            key,
                            protection(version),
                            random);
            protect(random);
            refused("KEY_BLOCK_MAC", () -> KeyBlocks.unwrap(block, protection(version)));
        }
    }

    @Test
    void protectsNoKeyWithAWeakerOne() {
        Random random = new Random(10);
        ClearKey longer = ClearKey.random(KeyKind.AES_256, random);
        ClearKey triple = ClearKey.random(KeyKind.TDEA_TRIPLE, random);
        ProtectionKey aes = ProtectionKey.of(ClearKey.random(KeyKind.AES_128, random));
        ProtectionKey tdea = ProtectionKey.of(ClearKey.random(KeyKind.TDEA_DOUBLE, random));
        KeyBlockHeader d =
                KeyBlockHeader.of(KeyBlockVersion.D, KeyUsage.DATA_ENCRYPTION, KeyAlgorithm.AES);
        KeyBlockHeader b =
                KeyBlockHeader.of(KeyBlockVersion.B, KeyUsage.CARD_VERIFICATION, KeyAlgorithm.TDEA);
        refused("KEY_BLOCK_PROTECTION", () -> KeyBlocks.wrap(d, longer, aes, random));
        refused("KEY_BLOCK_PROTECTION", () -> KeyBlocks.wrap(b, triple, tdea, random));
        refused("KEY_BLOCK_PROTECTION", () -> KeyBlocks.wrap(b, triple, aes, random));
        refused("KEY_BLOCK_USAGE", () -> KeyBlocks.wrap(b, longer, aes, random));
        ProtectionKey strong = ProtectionKey.of(ClearKey.random(KeyKind.AES_256, random));
        String block = KeyBlocks.wrap(d, longer, strong, random);
        refused("KEY_BLOCK_PROTECTION", () -> KeyBlocks.unwrap(block, tdea));
    }

    @Test
    void printsNoKeyAndHidesItsLength() {
        Random random = new Random(11);
        ClearKey key = ClearKey.random(KeyKind.AES_128, random);
        ProtectionKey strong = ProtectionKey.of(ClearKey.random(KeyKind.AES_256, random));
        KeyBlockHeader d =
                KeyBlockHeader.of(KeyBlockVersion.D, KeyUsage.DATA_ENCRYPTION, KeyAlgorithm.AES);
        String one = KeyBlocks.wrap(d, key, strong, random);
        String other = KeyBlocks.wrap(d, ClearKey.random(KeyKind.AES_256, random), strong, random);
        assertThat(one).hasSameSizeAs(other).hasSize(144);
        String hex = java.util.HexFormat.of().formatHex(key.bytes());
        assertThat(KeyBlocks.unwrap(one, strong).toString())
                .contains("REDACTED")
                .doesNotContainIgnoringCase(hex);
        assertThat(strong.toString()).isEqualTo("ProtectionKey[REDACTED]");
        key.close();
        assertThatThrownBy(key::bytes).isInstanceOf(IllegalStateException.class);
    }

    private void protect(Random random) {
        protection.put(
                KeyBlockVersion.B, ProtectionKey.of(ClearKey.random(KeyKind.TDEA_TRIPLE, random)));
        protection.put(
                KeyBlockVersion.D, ProtectionKey.of(ClearKey.random(KeyKind.AES_256, random)));
    }

    private ProtectionKey protection(KeyBlockVersion version) {
        return java.util.Objects.requireNonNull(protection.get(version));
    }

    private static KeyKind kind(Random random, KeyBlockVersion version) {
        return any(
                random,
                Arrays.stream(KeyKind.values())
                        .filter(
                                k ->
                                        version == KeyBlockVersion.D
                                                || k.algorithm() == KeyAlgorithm.TDEA)
                        .toArray(KeyKind[]::new));
    }

    private static KeyBlockHeader header(
            Random random, KeyBlockVersion version, KeyAlgorithm algorithm) {
        KeyUsage usage = any(random, KeyUsage.values());
        List<OptionalBlock> blocks = new ArrayList<>();
        for (String id : List.of("KS", "KV", "KC", "TS").subList(0, random.nextInt(5))) {
            int length = random.nextInt(12) == 0 ? random.nextInt(600) : random.nextInt(20);
            StringBuilder data = new StringBuilder();
            random.ints(length, ' ', '~' + 1).forEach(c -> data.append((char) c));
            blocks.add(new OptionalBlock(id, data.toString()));
        }
        return new KeyBlockHeader(
                version,
                usage,
                algorithm,
                usage.usualMode(),
                any(random, "00", "12", "A7", "c1"),
                any(random, 'E', 'S', 'N'),
                blocks);
    }

    /** Characters changed, cut, added, doubled or swapped; never the same block. */
    private static String damaged(Random random, String block) {
        StringBuilder damaged;
        do {
            damaged = new StringBuilder(block);
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(6)) {
                case 0, 1 -> damaged.setCharAt(at, "0123456789ABCDEFXZ".charAt(random.nextInt(18)));
                case 2 -> damaged.setCharAt(at, (char) random.nextInt(300));
                case 3 -> damaged.setLength(at);
                case 4 -> damaged.insert(at, (char) ('0' + random.nextInt(10)));
                default -> damaged.setCharAt(random.nextInt(16), 'D');
            }
        } while (damaged.toString().equals(block));
        return damaged.toString();
    }

    private static void refused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
