package io.cardloom.production.output;

/** What became of one card at a device. */
public sealed interface CardOutcome {

    /** Made and verified; the evidence says how, without account data. */
    record Produced(String evidence) implements CardOutcome {}

    /** The plastic is spoiled and will be destroyed. */
    record Spoiled(String reason) implements CardOutcome {}

    /** The device will not do this card; no plastic was touched. */
    record Refused(String reason) implements CardOutcome {}

    /** The device cannot do it now (hopper empty, busy); no plastic was touched. */
    record Deferred(String reason) implements CardOutcome {}

    /** It cannot be known; a person looks at the plastic and decides. */
    record Unknown(String reason) implements CardOutcome {}
}
