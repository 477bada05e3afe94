package io.cardloom.production.output;

import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.TrackData;

/**
 * One card to be personalized.
 *
 * @param run the run it belongs to
 * @param number its number within the run, from 1; never used twice
 * @param fence grows with each node that takes the run over
 * @param tracks what goes on the stripe
 */
public record CardJob(RunId run, int number, long fence, TrackData tracks) {}
