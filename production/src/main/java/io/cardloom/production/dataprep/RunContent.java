package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.emv.ChipProgram;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the cards of a run are: payment cards, or identity documents. */
@Component
class RunContent {

    static final String STRIPE_CVK = "stripe-cvk";
    static final String DOCUMENT_TRANSPORT = "document-transport";

    private final AccountVault vault;
    private final RunFaces faces;
    private final RunChips chips;
    private final RunStripes stripes;
    private final RunMailers mailers;
    private final RunPins pins;
    private final RunDocuments documents;
    private final StripeKeys stripeKeys;

    RunContent(
            AccountVault vault,
            RunFaces faces,
            RunChips chips,
            RunStripes stripes,
            RunMailers mailers,
            RunPins pins,
            RunDocuments documents,
            StripeKeys stripeKeys) {
        this.vault = vault;
        this.faces = faces;
        this.chips = chips;
        this.stripes = stripes;
        this.mailers = mailers;
        this.pins = pins;
        this.documents = documents;
        this.stripeKeys = stripeKeys;
    }

    /** What was made sure of before the run's work begins. */
    sealed interface Ready {

        /** Payment cards, with a chip or without. */
        record Cards(Optional<ChipProgram> chip) implements Ready {}

        /** Identity documents. */
        record Documents(DocumentProgram program) implements Ready {}
    }

    /** Where files and tracks go, and what a manifest says beside them. */
    record Place(
            FileSink sink,
            Preparing.TrackSink tracks,
            Map<String, Object> facts,
            Map<String, String> checkValues) {}

    /** The keys and rules of one run at hand. */
    interface Made extends AutoCloseable {

        /** The key whose check value is kept with the run. */
        String checkValue();

        /** Makes every file, the manifest last. */
        List<PreparedFile> write(Place place);

        @Override
        void close();
    }

    /** Whether an order's cards are identity documents. */
    boolean areDocuments(TenantId tenant, CardOrderId order) {
        return documents.of(tenant, order).isPresent();
    }

    /** Outside of the run's work, because keys may have to be made first. */
    Ready ready(TenantId tenant, RunOrder order) {
        Optional<DocumentProgram> program = documents.of(tenant, order.order());
        if (program.isPresent()) {
            return new Ready.Documents(program.get());
        }
        pins.ready(tenant, order);
        return new Ready.Cards(
                faces.carryChip(tenant, order.digest())
                        ? chips.ready(tenant, order)
                        : Optional.empty());
    }

    /** In the run's work. */
    Made open(TenantId tenant, RunOrder order, Ready ready) {
        return switch (ready) {
            case Ready.Cards cards -> cards(tenant, order, cards.chip());
            case Ready.Documents made -> documents(tenant, order, made.program());
        };
    }

    /** With the purge of an order, in its work. */
    void forget(TenantId tenant, CardOrderId order) {
        pins.forget(tenant, order);
    }

    private Made documents(TenantId tenant, RunOrder order, DocumentProgram program) {
        RunDocuments.Documents run = documents.begin(tenant, order, program);
        return new Made() {
            @Override
            public String checkValue() {
                return run.transportCheckValue();
            }

            @Override
            public List<PreparedFile> write(Place place) {
                RunFiles files = new RunFiles(place.sink(), RecordIds.drawn());
                run.make(
                        files,
                        faces.lines(tenant, order.digest()),
                        faces.of(tenant, order.digest()),
                        place.facts(),
                        place.checkValues());
                return files.files();
            }

            @Override
            public void close() {
                // Keys that are open here need no closing.
            }
        };
    }

    private Made cards(TenantId tenant, RunOrder order, Optional<ChipProgram> chip) {
        StripeKeys.Verifier verifier =
                stripeKeys.verifier(tenant, vault.program(tenant, order.order()));
        return new Made() {
            @Override
            public String checkValue() {
                return verifier.checkValue().hex6();
            }

            @Override
            public List<PreparedFile> write(Place place) {
                Preparing preparing =
                        new Preparing(
                                new CardDeck<>(
                                        rows -> vault.open(tenant, order.order(), rows),
                                        order.cards()),
                                place.sink(),
                                RecordIds.drawn());
                CardPins cardPins = pins.of(tenant, order);
                CardStripes cardStripes = stripes.of(tenant, order, cardPins, verifier);
                preparing.make(
                        new Preparing.Making(
                                cardStripes,
                                faces.lines(tenant, order.digest()),
                                verifier,
                                mailers.of(tenant, order, cardPins),
                                chip.map(c -> chips.lines(tenant, order, c, cardStripes)),
                                faces.of(tenant, order.digest()),
                                place.facts(),
                                place.checkValues()),
                        place.tracks());
                return preparing.files();
            }

            @Override
            public void close() {
                verifier.close();
            }
        };
    }
}
