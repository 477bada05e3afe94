package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.magstripe.DiscretionaryPattern.Value;
import io.cardloom.production.magstripe.StripeFormat;
import io.cardloom.production.magstripe.StripeLayout;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.CardVerification;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The stripes of a run's cards, in the format of its program. */
@Component
class RunStripes {

    private static final int KEY_INDEX = 1;

    private final AccountVault vault;
    private final StripeFormats formats;
    private final PinKeys pinKeys;

    RunStripes(AccountVault vault, StripeFormats formats, PinKeys pinKeys) {
        this.vault = vault;
        this.formats = formats;
        this.pinKeys = pinKeys;
    }

    /** What lays cards on their stripes; for one thread, while the verification is open. */
    CardStripes of(TenantId tenant, RunOrder order, CardVerification verification) {
        return of(
                formats.find(tenant, vault.program(tenant, order.order())),
                () -> pinKeys.session(tenant),
                verification);
    }

    /** The same for cards of no order; each of their tracks is composed. */
    CardStripes samples(
            TenantId tenant,
            ProgramId program,
            Supplier<PinKeys.Session> pins,
            CardVerification verification) {
        return of(formats.find(tenant, program).composed(), pins, verification);
    }

    static CardStripes of(
            StripeFormat format, Supplier<PinKeys.Session> pins, CardVerification verification) {
        Function<AccountRecord, String> pinValues =
                format.has(Value.PVV) ? pinValues(pins.get()) : card -> "";
        return new CardStripes(
                format.three(),
                card -> {
                    requireTracks(format, card);
                    AccountRecord record = card.record();
                    return StripeLayout.tracks(
                            record,
                            format,
                            value -> value(value, record, pinValues, verification));
                });
    }

    private static String value(
            Value value,
            AccountRecord record,
            Function<AccountRecord, String> pinValues,
            CardVerification verification) {
        return switch (value) {
            case PVKI -> Integer.toString(KEY_INDEX);
            case PVV -> pinValues.apply(record);
            case CVV -> verification.value(VerificationValue.STRIPE, record);
            case PSN -> "%02d".formatted(record.sequenceNumber().number());
        };
    }

    /** Whose list was taken in before its program's tracks came with the list. */
    private static void requireTracks(StripeFormat format, CardDeck.Card card) {
        if (!format.supplied().areIn(card.record().tracks())) {
            throw Refusal.conflict(
                    "RECORD_WITHOUT_TRACKS",
                    "Record "
                            + card.slot().rowNumber()
                            + " of the order came without its tracks, and the program's tracks come"
                            + " with the list. Place an order with a list that has them, or have"
                            + " the tracks composed.");
        }
    }

    private static Function<AccountRecord, String> pinValues(PinKeys.Session session) {
        return card ->
                session.pinVerificationValue(
                        NaturalPin.of(session, card.pan()), card.pan(), KEY_INDEX);
    }
}
