package io.cardloom.production.magstripe;

import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.magstripe.MalformedTrack.Fault;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.function.Function;

/** Fields that both tracks have, read from text. */
final class TrackFields {

    private TrackFields() {}

    static Pan pan(String text) {
        return read(Pan::new, text);
    }

    static ExpiryDate expiry(String text) {
        return read(ExpiryDate::new, text);
    }

    static ServiceCode serviceCode(String text) {
        return read(ServiceCode::new, text);
    }

    private static <T> T read(Function<String, T> field, String text) {
        try {
            return field.apply(text);
        } catch (Refusal e) {
            throw new MalformedTrack(Fault.FIELD, -1);
        }
    }
}
