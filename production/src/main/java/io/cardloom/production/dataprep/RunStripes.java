package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.choice.PinRule;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stripes of a run's cards, in the format of its program. */
@Component
class RunStripes {

    private final AccountVault vault;
    private final StripeFormats formats;
    private final PinKeys pinKeys;

    RunStripes(AccountVault vault, StripeFormats formats, PinKeys pinKeys) {
        this.vault = vault;
        this.formats = formats;
        this.pinKeys = pinKeys;
    }

    /** What lays cards on their stripes; for one thread, while the verification is open. */
    CardStripes of(TenantId tenant, RunOrder order, CardPins pins, CardVerification verification) {
        ProgramId program = vault.program(tenant, order.order());
        return of(
                formats.find(tenant, program),
                () -> pinKeys.session(tenant, program),
                pins,
                verification);
    }

    /** The same for cards of no order; each of their tracks is composed. */
    CardStripes samples(
            TenantId tenant,
            ProgramId program,
            Supplier<PinKeys.Session> session,
            CardPins pins,
            CardVerification verification) {
        return of(formats.find(tenant, program).composed(), session, pins, verification);
    }

    static CardStripes of(
            StripeFormat format,
            Supplier<PinKeys.Session> session,
            CardPins pins,
            CardVerification verification) {
        PinValues pinValues =
                format.has(Value.PVV) || format.has(Value.OFFSET)
                        ? new PinValues(session.get(), pins, format.pins())
                        : new PinValues(null, pins, format.pins());
        return new CardStripes(
                format.three(),
                card -> {
                    requireTracks(format, card);
                    return StripeLayout.tracks(
                            card.record(),
                            format,
                            value -> value(value, card, pinValues, verification));
                });
    }

    private static String value(
            Value value,
            CardDeck.Card<AccountRecord> card,
            PinValues pinValues,
            CardVerification verification) {
        return switch (value) {
            case PVKI -> Integer.toString(pinValues.rule().keyIndex());
            case PVV -> pinValues.verificationValue(card);
            case OFFSET -> pinValues.offset(card);
            case CVV -> verification.value(VerificationValue.STRIPE, card.record());
            case PSN -> "%02d".formatted(card.record().sequenceNumber().number());
        };
    }

    /** Whose list was taken in before its program's tracks came with the list. */
    private static void requireTracks(StripeFormat format, CardDeck.Card<AccountRecord> card) {
        if (!format.isSuppliedBy(card.record().tracks())) {
            throw Refusal.conflict(
                    "RECORD_WITHOUT_TRACKS",
                    "Record "
                            + card.slot().rowNumber()
                            + " of the order came without its tracks, and the program's tracks come"
                            + " with the list. Place an order with a list that has them, or have"
                            + " the tracks composed.");
        }
    }

    /** By which a host checks the PIN of a card. */
    private record PinValues(PinKeys.@Nullable Session session, CardPins pins, PinRule rule) {

        String verificationValue(CardDeck.Card<AccountRecord> card) {
            return session == null
                    ? ""
                    : session.pinVerificationValue(
                            pins.of(card, session), card.record().pan(), rule.keyIndex());
        }

        String offset(CardDeck.Card<AccountRecord> card) {
            return session == null
                    ? ""
                    : session.offset(
                            pins.of(card, session), card.record().pan(), NaturalPin.rule(rule));
        }
    }
}
