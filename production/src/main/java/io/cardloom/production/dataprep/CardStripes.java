package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import java.util.function.Function;

/**
 * How the cards of a run get their stripes.
 *
 * @param three whether each has a track 3
 * @param laying lays a record on its stripe; for one thread
 */
record CardStripes(boolean three, Function<AccountRecord, TrackData> laying) {

    @Override
    public String toString() {
        return "CardStripes[three=" + three + "]";
    }
}
