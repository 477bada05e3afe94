package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.emv.TrackImage;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.magstripe.DiscretionaryPattern;
import io.cardloom.production.magstripe.DiscretionaryPattern.Value;
import io.cardloom.production.magstripe.StripeFormat;
import io.cardloom.production.magstripe.StripeLayout;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.CardVerification;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

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
        Values values =
                new Values(SingletonSupplier.of(session), pins, format.pins(), verification);
        return new CardStripes(
                format.three(),
                card -> {
                    requireTracks(format, card);
                    return StripeLayout.tracks(
                            card.record(),
                            format,
                            value -> values.of(value, card, VerificationValue.STRIPE));
                },
                card ->
                        new TrackImage(
                                image(format.track1(), card, values),
                                image(format.track2(), card, values)),
                values::chipBlock);
    }

    /** Also of a track that comes with the list: where its values stand is not known. */
    private static String image(
            DiscretionaryPattern pattern, CardDeck.Card<AccountRecord> card, Values values) {
        return pattern.filled(value -> values.of(value, card, VerificationValue.CHIP));
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

    /** What stands for a name in a pattern; PIN keys are opened when a value needs them first. */
    private record Values(
            Supplier<PinKeys.Session> session,
            CardPins pins,
            PinRule rule,
            CardVerification verification) {

        String of(Value value, CardDeck.Card<AccountRecord> card, VerificationValue which) {
            return switch (value) {
                case PVKI -> Integer.toString(rule.keyIndex());
                case PVV -> pinVerificationValue(card);
                case OFFSET -> offset(card);
                case CVV -> verification.value(which, card.record());
                case PSN -> "%02d".formatted(card.record().sequenceNumber().number());
            };
        }

        private String pinVerificationValue(CardDeck.Card<AccountRecord> card) {
            PinKeys.Session keys = session.get();
            return keys.pinVerificationValue(
                    pins.of(card, keys), card.record().pan(), rule.keyIndex());
        }

        byte[] chipBlock(CardDeck.Card<AccountRecord> card, PinBlockFormat format) {
            PinKeys.Session keys = session.get();
            return keys.chipBlock(pins.of(card, keys), card.record().pan(), format);
        }

        private String offset(CardDeck.Card<AccountRecord> card) {
            PinKeys.Session keys = session.get();
            return keys.offset(pins.of(card, keys), card.record().pan(), rule.natural());
        }
    }
}
