package io.cardloom.production.key.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Shamir's secret sharing over GF(256), byte by byte (A. Shamir, How to share a secret, 1979; the
 * octets as in draft-mcgrew-tss-03): any m of n shares make the secret, m - 1 tell nothing of it.
 * Nothing in the shares proves that they belong together: compare the check value of what they
 * make.
 */
public final class Sharing {

    private Sharing() {}

    /**
     * Shares numbered from 1.
     *
     * @param secret not empty; the caller wipes it
     * @param threshold how many make the secret: at least two, so that nobody holds it alone
     * @param shares at least the threshold, 255 at most
     * @param random a secure one, but in tests
     */
    public static List<Share> split(
            byte[] secret, int threshold, int shares, RandomGenerator random) {
        if (threshold < 2 || shares < threshold || shares > Share.MOST || secret.length == 0) {
            throw new IllegalArgumentException("a secret is shared 2-of-2 to 255-of-255");
        }
        byte[][] coefficients = new byte[threshold - 1][secret.length];
        for (byte[] coefficient : coefficients) {
            random.nextBytes(coefficient);
        }
        List<Share> made = new ArrayList<>(shares);
        for (int x = 1; x <= shares; x++) {
            byte[] y = new byte[secret.length];
            for (int i = 0; i < y.length; i++) {
                int value = 0;
                for (int power = coefficients.length - 1; power >= 0; power--) {
                    value = Field256.multiply(value ^ coefficients[power][i] & 0xFF, x);
                }
                y[i] = (byte) (value ^ secret[i]);
            }
            made.add(new Share(x, y));
        }
        for (byte[] coefficient : coefficients) {
            Arrays.fill(coefficient, (byte) 0);
        }
        return made;
    }

    /**
     * The secret that these shares make, which the caller wipes; with fewer than the threshold, or
     * with a foreign one among them, something else of the same length.
     *
     * @param shares at least two, of one length, no number twice
     */
    public static byte[] combine(List<Share> shares) {
        int length = shares.isEmpty() ? 0 : shares.getFirst().length();
        boolean[] seen = new boolean[Share.MOST + 1];
        for (Share share : shares) {
            if (share.length() != length || seen[share.number()]) {
                throw new IllegalArgumentException("shares differ in number and not in length");
            }
            seen[share.number()] = true;
        }
        if (shares.size() < 2) {
            throw new IllegalArgumentException("one share is no quorum");
        }
        byte[] secret = new byte[length];
        for (Share share : shares) {
            int weight = weight(share, shares);
            for (int i = 0; i < length; i++) {
                secret[i] ^= (byte) Field256.multiply(share.at(i), weight);
            }
        }
        return secret;
    }

    /**
     * The sum of components that are all needed (ANSI X9.24-1: full-length components, added
     * without carry); the caller wipes it.
     *
     * @param components at least two, of one length
     */
    public static byte[] sum(List<byte[]> components) {
        if (components.size() < 2
                || components.stream().anyMatch(c -> c.length != components.getFirst().length)) {
            throw new IllegalArgumentException("a key has two components or more, equally long");
        }
        byte[] sum = new byte[components.getFirst().length];
        for (byte[] component : components) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] ^= component[i];
            }
        }
        return sum;
    }

    /** Lagrange's weight of a share at zero; numbers are no secret. */
    private static int weight(Share share, List<Share> shares) {
        int above = 1;
        int below = 1;
        for (Share other : shares) {
            if (other.number() != share.number()) {
                above = Field256.multiply(above, other.number());
                below = Field256.multiply(below, other.number() ^ share.number());
            }
        }
        return Field256.multiply(above, Field256.inverse(below));
    }
}
