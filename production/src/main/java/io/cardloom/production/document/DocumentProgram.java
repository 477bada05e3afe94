package io.cardloom.production.document;

import org.jspecify.annotations.Nullable;

/**
 * What the documents of a program are, as one saved version says it.
 *
 * @param id of that version
 * @param drawnNumbers whether a card access number that a list does not bring is drawn; never where
 *     the chip does not know PACE
 * @param transportKey the issuer's key encryption key under which chips' keys travel, by its id;
 *     null for one that Cardloom makes, which is for demo and tests
 */
public record DocumentProgram(
        String id, DocumentProfile profile, boolean drawnNumbers, @Nullable String transportKey) {}
