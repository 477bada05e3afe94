package io.cardloom.production.key.store;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Primes of RSA keys with exponent 3, as chips have them.
 *
 * <p>FIPS 186-5, A.1.3: two random probable primes of half the modulus each, the two highest bits
 * set (so at least sqrt(2) times the lowest number of that length, and the product has its full
 * length), more than 2^(bits - 100) apart, neither one more than a multiple of 3. What is ours is
 * only the order of the work. A random odd number begins a window of odd numbers; multiples of the
 * small primes, and neighbors of multiples of 3, are struck out of it; of the rest, most fail one
 * Fermat test to the base 2; what passes is tested as the JDK tests its own primes: Miller-Rabin
 * with random bases and Lucas, to a certainty of 2^-100. Looking on from a random number instead of
 * drawing each anew favors primes after long gaps; by less than a bit of their entropy (J. Brandt,
 * I. Damgård, On Generation of Probable Primes by Incremental Search, 1992).
 */
final class ChipPrimes {

    private static final int SMALL_BELOW = 1 << 17;
    private static final int WINDOW = 1 << 13;
    private static final int CERTAINTY = 100;
    private static final int LEAST_BITS = 256;
    private static final int[] SMALL = oddPrimes(SMALL_BELOW);

    private final SecureRandom random;

    ChipPrimes(SecureRandom random) {
        this.random = random;
    }

    /**
     * A prime of exactly so many bits, the two highest set, which is 2 modulo 3.
     *
     * @param bits 256 to 1,024
     */
    BigInteger prime(int bits) {
        if (bits < LEAST_BITS) {
            throw new IllegalArgumentException("too short for a prime of an RSA key");
        }
        while (true) {
            BigInteger start =
                    new BigInteger(bits, random).setBit(bits - 1).setBit(bits - 2).setBit(0);
            BitSet struck = struck(start);
            for (int k = struck.nextClearBit(0); k < WINDOW; k = struck.nextClearBit(k + 1)) {
                BigInteger candidate = start.add(BigInteger.valueOf(2L * k));
                if (candidate.bitLength() == bits && isPrime(candidate)) {
                    return candidate;
                }
            }
        }
    }

    /** Another one, more than 2^(bits - 100) from the first. */
    BigInteger primeFarFrom(BigInteger first) {
        int bits = first.bitLength();
        while (true) {
            BigInteger second = prime(bits);
            if (second.subtract(first).abs().bitLength() > bits - 100) {
                return second;
            }
        }
    }

    private static boolean isPrime(BigInteger candidate) {
        return BigInteger.TWO
                        .modPow(candidate.subtract(BigInteger.ONE), candidate)
                        .equals(BigInteger.ONE)
                && candidate.isProbablePrime(CERTAINTY);
    }

    /** Bit k is set when start + 2k has a small divisor, or is 1 modulo 3. */
    private static BitSet struck(BigInteger start) {
        BitSet struck = new BitSet(WINDOW);
        int[] words = words(start);
        for (int prime : SMALL) {
            int rest = remainder(words, prime);
            strike(struck, prime - rest, prime);
            if (prime == 3) {
                strike(struck, 3 + 1 - rest, 3);
            }
        }
        Arrays.fill(words, 0);
        return struck;
    }

    /** Each k of which 2k is so far from a multiple of the prime. */
    private static void strike(BitSet struck, int distance, int prime) {
        int even = distance % prime;
        if (even % 2 == 1) {
            even += prime;
        }
        for (int k = even / 2; k < WINDOW; k += prime) {
            struck.set(k);
        }
    }

    private static int remainder(int[] words, int prime) {
        long rest = 0;
        for (int word : words) {
            rest = (rest << 32 | Integer.toUnsignedLong(word)) % prime;
        }
        return (int) rest;
    }

    /** Of 32 bits each, the highest first. */
    private static int[] words(BigInteger number) {
        int[] words = new int[(number.bitLength() + 31) / 32];
        for (int i = 0; i < words.length; i++) {
            words[i] = number.shiftRight(32 * (words.length - 1 - i)).intValue();
        }
        return words;
    }

    private static int[] oddPrimes(int below) {
        BitSet composite = new BitSet(below);
        int[] primes = new int[below / 2];
        int count = 0;
        for (int i = 3; i < below; i += 2) {
            if (!composite.get(i)) {
                primes[count++] = i;
                for (long multiple = (long) i * i; multiple < below; multiple += 2L * i) {
                    composite.set((int) multiple);
                }
            }
        }
        return Arrays.copyOf(primes, count);
    }
}
