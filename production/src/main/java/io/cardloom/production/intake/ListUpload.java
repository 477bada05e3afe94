package io.cardloom.production.intake;

import java.io.InputStream;

/**
 * A cardholder list on its way in; read once, closed by whoever opened it.
 *
 * @param content the bytes as they were sent
 * @param plain whether it is the list itself, unencrypted, handed in by a person who is signed in;
 *     else it is signed and encrypted, by CMS or OpenPGP
 */
public record ListUpload(InputStream content, boolean plain) {

    /** A list that the issuer signed and encrypted. */
    public static ListUpload sealed(InputStream content) {
        return new ListUpload(content, false);
    }

    /** A list in clear, which is sealed as it comes. */
    public static ListUpload plain(InputStream content) {
        return new ListUpload(content, true);
    }
}
