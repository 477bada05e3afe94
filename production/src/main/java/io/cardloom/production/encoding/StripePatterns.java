package io.cardloom.production.encoding;

/**
 * How a program fills the discretionary data of its stripes (ISO/IEC 7813).
 *
 * @param track1 digits and, each once, {@code {PVKI}}, {@code {PVV}}, {@code {CVV}} and {@code
 *     {PSN}}; 21 digits at most
 * @param track2 the same; 10 digits at most
 */
public record StripePatterns(String track1, String track2) {}
