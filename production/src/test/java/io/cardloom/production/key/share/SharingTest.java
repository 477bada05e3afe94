package io.cardloom.production.key.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.threshold.SecretShare;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.junit.jupiter.api.Test;

class SharingTest {

    /** draft-mcgrew-tss-03, section 9: secret 7465737400, threshold 2, both shares. */
    @Test
    void makesTheSecretOfThePublishedShares() {
        List<Share> shares =
                List.of(new Share(1, hex("B9FA07E185")), new Share(2, hex("F5409B4511")));
        assertThat(Sharing.combine(shares)).isEqualTo(hex("7465737400"));
        assertThat(Sharing.combine(shares.reversed())).isEqualTo(hex("7465737400"));
    }

    /**
     * The same case the other way: the slope that follows from the first share makes the second.
     */
    @Test
    void makesThePublishedSharesFromTheirSlope() {
        byte[] secret = hex("7465737400");
        byte[] slope = hex("B9FA07E185");
        for (int i = 0; i < slope.length; i++) {
            slope[i] ^= secret[i];
        }
        List<Share> shares = Sharing.split(secret, 2, 2, handing(slope));
        assertThat(shares.get(0).bytes()).isEqualTo(hex("B9FA07E185"));
        assertThat(shares.get(1).bytes()).isEqualTo(hex("F5409B4511"));
    }

    /** FIPS 197, 4.2 and 4.2.1: {57} x {83} = {C1}, {57} x {13} = {FE}. */
    @Test
    void multipliesAsPublished() {
        assertThat(Field256.multiply(0x57, 0x83)).isEqualTo(0xC1);
        assertThat(Field256.multiply(0x57, 0x13)).isEqualTo(0xFE);
        assertThat(Field256.multiply(0x57, 0x02)).isEqualTo(0xAE);
    }

    @Test
    void isAField() {
        for (int a = 0; a < 256; a++) {
            assertThat(Field256.multiply(a, 1)).isEqualTo(a);
            assertThat(Field256.multiply(a, Field256.inverse(a))).isEqualTo(a == 0 ? 0 : 1);
            for (int b = 0; b < 256; b++) {
                int product = Field256.multiply(a, b);
                assertThat(product == Field256.multiply(b, a) && product == slow(a, b)).isTrue();
            }
        }
    }

    @Test
    void takesAnyQuorumAndNoSmallerOne() {
        Random random = new Random(256);
        for (int i = 0; i < 10_000; i++) {
            byte[] secret = new byte[1 + random.nextInt(32)];
            random.nextBytes(secret);
            int n = 2 + random.nextInt(8);
            int m = 2 + random.nextInt(n - 1);
            List<Share> shares = new ArrayList<>(Sharing.split(secret, m, n, random));
            Collections.shuffle(shares, random);
            assertThat(Sharing.combine(shares.subList(0, m))).as("case %s", i).isEqualTo(secret);
            assertThat(Sharing.combine(shares)).isEqualTo(secret);
            if (m > 2 && secret.length > 7) {
                assertThat(Sharing.combine(shares.subList(0, m - 1))).isNotEqualTo(secret);
            }
        }
    }

    /** With all but one share of a quorum, each value of the secret is equally likely. */
    @Test
    void tellsNothingBelowTheQuorum() {
        Random random = new Random(3);
        int[] seen = new int[256];
        for (int i = 0; i < 256 * 200; i++) {
            Share one = Sharing.split(new byte[] {0x5A}, 2, 2, random).getFirst();
            seen[one.bytes()[0] & 0xFF]++;
        }
        assertThat(Arrays.stream(seen).min().orElseThrow()).isGreaterThan(120);
        assertThat(Arrays.stream(seen).max().orElseThrow()).isLessThan(290);
    }

    /** Bouncy Castle's splitter (native mode over the same field) as an independent peer. */
    @Test
    void combinesWhatBouncyCastleSplit() throws Exception {
        ShamirSecretSplitter splitter =
                new ShamirSecretSplitter(
                        ShamirSecretSplitter.Algorithm.AES,
                        ShamirSecretSplitter.Mode.Native,
                        32,
                        new SecureRandom());
        SecretShare[] theirs = splitter.split(3, 5).getSecretShares();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < theirs.length; i++) {
            shares.add(new Share(i + 1, theirs[i].getEncoded()));
        }
        byte[] secret = Sharing.combine(shares.subList(0, 3));
        assertThat(secret).hasSize(32);
        assertThat(Sharing.combine(shares.subList(2, 5))).isEqualTo(secret);
        assertThat(Sharing.combine(List.of(shares.get(4), shares.get(0), shares.get(2))))
                .isEqualTo(secret);
    }

    @Test
    void addsComponents() {
        assertThat(Sharing.sum(List.of(hex("0FF0"), hex("FF00"), hex("0001"))))
                .isEqualTo(hex("F0F1"));
        refused(() -> Sharing.sum(List.of(hex("0FF0"))));
        refused(() -> Sharing.sum(List.of(hex("0FF0"), hex("0F"))));
    }

    @Test
    void refusesWhatIsNoQuorum() {
        Random random = new Random(1);
        Share one = new Share(1, hex("0102"));
        refused(() -> Sharing.split(hex("01"), 1, 3, random));
        refused(() -> Sharing.split(hex("01"), 3, 2, random));
        refused(() -> Sharing.split(hex("01"), 2, 256, random));
        refused(() -> Sharing.split(new byte[0], 2, 3, random));
        refused(() -> Sharing.combine(List.of()));
        refused(() -> Sharing.combine(List.of(one)));
        refused(() -> Sharing.combine(List.of(one, new Share(1, hex("0304")))));
        refused(() -> Sharing.combine(List.of(one, new Share(2, hex("03")))));
        refused(() -> new Share(0, hex("01")));
        refused(() -> new Share(256, hex("01")));
    }

    @Test
    void printsNoShareAndWipesIt() {
        byte[] bytes = hex("0102");
        Share share = new Share(1, bytes);
        assertThat(share.toString()).isEqualTo("Share[REDACTED]");
        share.close();
        assertThat(bytes).containsOnly(0);
    }

    private static int slow(int a, int b) {
        int product = 0;
        for (int i = 0; i < 8; i++) {
            if ((b >> i & 1) == 1) {
                product ^= a << i;
            }
        }
        for (int i = 15; i >= 8; i--) {
            if ((product >> i & 1) == 1) {
                product ^= 0x11B << i - 8;
            }
        }
        return product;
    }

    private static Random handing(byte[] bytes) {
        return new Random() {
            @Override
            public void nextBytes(byte[] into) {
                System.arraycopy(bytes, 0, into, 0, into.length);
            }
        };
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable wish) {
        assertThatThrownBy(wish).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
