package io.cardloom.designer.profile;

import io.cardloom.designer.cardbody.PrintMethod;

/**
 * What one print method can hold.
 *
 * @param smallestText em of the smallest legible text, micrometers
 * @param smallestTextOnFrosted the same on a frosted body, micrometers
 * @param note where the figures come from, one sentence
 */
public record PrintProfile(
        PrintMethod method, int smallestText, int smallestTextOnFrosted, String note) {}
