package io.cardloom.production.emv;

/**
 * A card's key encrypted under the transport key that the personalizer has too.
 *
 * @param ciphertext 16 to 32 bytes
 * @param checkValue three bytes in hexadecimal digits, upper case
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two calls, never compared
public record ProtectedKey(byte[] ciphertext, String checkValue) {

    @Override
    public String toString() {
        return "ProtectedKey[" + checkValue + "]";
    }
}
