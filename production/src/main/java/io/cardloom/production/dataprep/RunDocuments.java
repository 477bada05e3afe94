package io.cardloom.production.dataprep;

import io.cardloom.designer.render.CardLines;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.DocumentPrograms;
import io.cardloom.production.document.DocumentRecord;
import io.cardloom.production.document.DocumentSecurity;
import io.cardloom.production.document.IdentityDocuments;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.printdata.PrintedDocument;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The identity documents of a run. */
@Component
class RunDocuments {

    private static final int AT_A_TIME = 16;

    private final AccountVault vault;
    private final DocumentPrograms programs;
    private final IdentityDocuments documents;

    RunDocuments(AccountVault vault, DocumentPrograms programs, IdentityDocuments documents) {
        this.vault = vault;
        this.programs = programs;
        this.documents = documents;
    }

    /** What the order's documents are; empty for payment cards. */
    Optional<DocumentProgram> of(TenantId tenant, CardOrderId order) {
        return vault.documents(tenant, order).map(id -> programs.get(tenant, id));
    }

    /**
     * Opens the keys for a run.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code SIGNER_MISSING}, {@code KEY_MISSING}
     *     (conflicts), where a retry helps once custodians have brought them
     */
    Documents begin(TenantId tenant, RunOrder order, DocumentProgram program) {
        return new Documents(
                program,
                documents.begin(tenant, program.profile(), program.transportKey()),
                new CardDeck<>(
                        rows -> vault.openDocuments(tenant, order.order(), rows),
                        order.cards(),
                        AT_A_TIME));
    }

    /** Samples, with keys that are no secret. */
    static Documents samples(
            DocumentProgram program,
            DocumentSecurity keys,
            X509Certificate signer,
            CardDeck<DocumentEntry> deck) {
        return new Documents(
                program, IdentityDocuments.with(keys, signer, program.profile()), deck);
    }

    /** The documents of one run; for one thread. */
    static final class Documents {

        private final DocumentProgram program;
        private final IdentityDocuments.Making making;
        private final CardDeck<DocumentEntry> deck;

        private Documents(
                DocumentProgram program,
                IdentityDocuments.Making making,
                CardDeck<DocumentEntry> deck) {
            this.program = program;
            this.making = making;
            this.deck = deck;
        }

        /** By which the bureau knows that it has the same transport key. */
        String transportCheckValue() {
            return making.transportCheckValue();
        }

        /** Makes every file, the manifest last. */
        void make(
                RunFiles files,
                CardLines lines,
                List<RunFaces.PrintedFace> faces,
                Map<String, Object> facts,
                Map<String, String> checkValues) {
            files.text(
                    DocumentLines.FILE,
                    out -> {
                        DocumentLines rows = new DocumentLines(out, files.ids(), making);
                        deck.cards().forEach(rows::add);
                    });
            files.lines(lines, this::printed);
            faces.forEach(face -> files.print(face, this::printed));
            facts.put("documents", program.profile().format().name());
            files.manifest(facts, checkValues);
        }

        private Stream<RunFiles.Printed> printed() {
            return deck.cards()
                    .map(
                            card -> {
                                DocumentRecord record = card.record().record();
                                return new RunFiles.Printed(
                                        card.slot(),
                                        PrintedDocument.card(
                                                record,
                                                record.fields().zone(program.profile().format())));
                            });
        }
    }
}
