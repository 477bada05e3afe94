package io.cardloom.production.order;

import io.cardloom.production.intake.IntakeReport;

/** An order as it was taken or refused, and what was found in its cardholder file. */
public record PlacedOrder(CardOrder order, IntakeReport report) {}
