package io.cardloom.production.expiry;

import java.time.Instant;

/**
 * Something that is good until a certain moment; nothing in it is secret.
 *
 * @param subject names it and this term of it once and for all: a fingerprint, a version of a key;
 *     1 to 64 characters of ASCII
 * @param what what people call it
 * @param remedy what to do before it ends, a sentence
 * @param notAfter its last instant
 */
public record ExpiringThing(String subject, String what, String remedy, Instant notAfter) {

    public ExpiringThing {
        if (!subject.matches("[!-~]{1,64}")) {
            throw new IllegalArgumentException("a subject has 1 to 64 characters of ASCII");
        }
    }
}
