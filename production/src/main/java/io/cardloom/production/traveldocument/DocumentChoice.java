package io.cardloom.production.traveldocument;

/**
 * One of several things that may be chosen.
 *
 * @param code what a {@link DocumentSetting} says
 * @param words for people
 */
public record DocumentChoice(String code, String words) {}
