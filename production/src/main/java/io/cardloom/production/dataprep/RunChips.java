package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.emv.ChipPreparation;
import io.cardloom.production.emv.ChipProgram;
import io.cardloom.production.emv.ChipPrograms;
import io.cardloom.production.emv.IccKeys;
import io.cardloom.production.emv.PersonalizationRecord;
import io.cardloom.production.emv.TakenIccKey;
import io.cardloom.production.key.store.ChipKeys;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The chip data of a run's cards. */
@Component
class RunChips {

    /** {@code chip.csv}: one line a card, UTF-8 with CR LF (RFC 4180); docs/chip-data.md. */
    static final String FILE = "chip.csv";

    private static final String HEADER = "number,aid,encrypted,groupings";
    private static final String SCRIPT = ",script";
    private static final String END = "\r\n";

    private final AccountVault vault;
    private final ChipPrograms programs;
    private final IccKeys keys;
    private final ChipKeys keystore;

    RunChips(AccountVault vault, ChipPrograms programs, IccKeys keys, ChipKeys keystore) {
        this.vault = vault;
        this.programs = programs;
        this.keys = keys;
        this.keystore = keystore;
    }

    /**
     * The chip that the run's cards get; empty when its program has none. As many card keys as the
     * run has cards are ready afterwards; those that are missing are made here, which takes long.
     */
    Optional<ChipProgram> ready(TenantId tenant, RunOrder order) {
        Optional<ChipProgram> chip = programs.find(tenant, vault.program(tenant, order.order()));
        chip.filter(c -> c.profile().iccKeyBits() > 0)
                .ifPresent(c -> keys.fill(tenant, c.profile().iccKeyBits(), order.cards().size()));
        return chip;
    }

    /** What writes the lines; in the work that prepares the run, because it takes card keys. */
    Lines lines(TenantId tenant, RunOrder order, ChipProgram chip, CardStripes stripes) {
        ChipKeys.Session session =
                keystore.session(tenant, vault.program(tenant, order.order()), chip.key());
        int bits = chip.profile().iccKeyBits();
        return new Lines(
                bits,
                chip.scripts(),
                new ChipPreparation(chip.profile(), chip.issuer(), session),
                stripes,
                session.transportCheckValue().hex6(),
                batch ->
                        keys.take(
                                tenant,
                                bits,
                                batch.stream()
                                        .map(c -> order.run() + "/" + c.slot().number())
                                        .toList()));
    }

    /** Gives each card of a batch its own key pair. */
    interface CardKeys {
        List<TakenIccKey> take(List<CardDeck.Card<AccountRecord>> batch);
    }

    /** The lines of one run. */
    static final class Lines {

        private final int bits;
        private final boolean scripts;
        private final ChipPreparation preparation;
        private final Optional<PinBlockFormat> pinFormat;
        private final CardStripes stripes;
        private final String transportCheckValue;
        private final CardKeys keys;

        /**
         * @param bits of the cards' keys; 0 when they have none
         * @param scripts whether each line ends with the commands that store it
         * @param stripes of which the chips tell an image, and whose PINs they check
         */
        Lines(
                int bits,
                boolean scripts,
                ChipPreparation preparation,
                CardStripes stripes,
                String transportCheckValue,
                CardKeys keys) {
            this.bits = bits;
            this.scripts = scripts;
            this.preparation = preparation;
            this.pinFormat = preparation.pinFormat();
            this.stripes = stripes;
            this.transportCheckValue = transportCheckValue;
            this.keys = keys;
        }

        /** By which the bureau knows that it has the same transport key. */
        String transportCheckValue() {
            return transportCheckValue;
        }

        void write(CardDeck<AccountRecord> deck, Writer out) throws IOException {
            out.write(scripts ? HEADER + SCRIPT + END : HEADER + END);
            deck.batches().forEach(batch -> write(batch, out));
        }

        private void write(List<CardDeck.Card<AccountRecord>> batch, Writer out) {
            List<TakenIccKey> taken = bits == 0 ? List.of() : keys.take(batch);
            try {
                for (int i = 0; i < batch.size(); i++) {
                    CardDeck.Card<AccountRecord> card = batch.get(i);
                    TakenIccKey key = bits == 0 ? null : taken.get(i);
                    PersonalizationRecord made =
                            preparation.record(
                                    card.record(),
                                    stripes.imaging().apply(card),
                                    key,
                                    pinFormat.map(f -> stripes.pinning().apply(card, f)));
                    out.write(card.slot().number() + "," + made.line());
                    if (scripts) {
                        out.write("," + preparation.script(made).line());
                    }
                    out.write(END);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
