package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The PIN mailers of a run's cards, where its program has them. */
@Component
class RunMailers {

    private final AccountVault vault;
    private final PinMailers mailers;
    private final PinKeys pinKeys;

    RunMailers(AccountVault vault, PinMailers mailers, PinKeys pinKeys) {
        this.vault = vault;
        this.mailers = mailers;
        this.pinKeys = pinKeys;
    }

    /**
     * What makes the PIN blocks of a run, for one thread; empty when its program has no mailers.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_MISSING}, {@code PIN_KEY_KIND}
     *     (conflict) when the PIN encryption key is not there, or not one for these blocks
     */
    Optional<Blocks> of(TenantId tenant, RunOrder order, CardPins pins) {
        ProgramId program = vault.program(tenant, order.order());
        return samples(tenant, program, () -> pinKeys.session(tenant, program), pins);
    }

    /** The same for cards of no order. */
    Optional<Blocks> samples(
            TenantId tenant, ProgramId program, Supplier<PinKeys.Session> session, CardPins pins) {
        return mailers.find(tenant, program).map(block -> new Blocks(block, session.get(), pins));
    }

    /** Makes the PIN blocks of one run's cards. */
    static final class Blocks {

        private final MailerBlock block;
        private final PinKeys.Session session;
        private final CardPins pins;
        private final String checkValue;

        Blocks(MailerBlock block, PinKeys.Session session, CardPins pins) {
            this.block = block;
            this.session = session;
            this.pins = pins;
            this.checkValue = session.transportCheckValue(block.format()).hex6();
        }

        /** As the file writes it. */
        String format() {
            return block.word();
        }

        /** By which the bureau knows that its printer has the same key. */
        String transportCheckValue() {
            return checkValue;
        }

        /** The card's PIN, encrypted; upper case hexadecimal. */
        String of(CardDeck.Card<AccountRecord> card) {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(
                            session.block(
                                    pins.of(card, session), card.record().pan(), block.format()));
        }
    }
}
