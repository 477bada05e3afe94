package io.cardloom.designer.template;

import io.cardloom.designer.design.DesignId;

/**
 * One design in a rebrand.
 *
 * @param name of the design
 * @param changes layers that the new version changes, adds or removes
 * @param reason why it is queued, or was; empty where there is none
 */
public record RebrandItem(
        DesignId design, String name, RebrandOutcome outcome, int changes, String reason) {}
