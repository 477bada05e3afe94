package io.cardloom.portal.key;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.production.traveldocument.DocumentChoice;
import io.cardloom.production.traveldocument.DocumentChoices;
import io.cardloom.production.traveldocument.DocumentSetting;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks what a program's documents are. */
@Component
class DocumentDialog {

    /** What is usual today: a card that PACE opens. */
    private static final DocumentSetting USUAL =
            new DocumentSetting(
                    "TD1",
                    "V1_7",
                    "SHA_256",
                    true,
                    "GENERIC",
                    "AES_128",
                    "NIST_P256",
                    "",
                    true,
                    "");

    private final ProgramDocuments documents;

    DocumentDialog(ProgramDocuments documents) {
        this.documents = documents;
    }

    /**
     * @param known what they are now; null when they are none
     */
    void ask(Actor actor, Program program, @Nullable DocumentSetting known, Runnable after) {
        DocumentSetting now = known == null ? USUAL : known;
        Select<DocumentChoice> format = choice("Size", DocumentChoices.formats(), now.format());
        Select<DocumentChoice> version =
                choice("Data structure", DocumentChoices.versions(), now.version());
        Select<DocumentChoice> hash = choice("Hash", DocumentChoices.hashes(), now.hash());
        Checkbox basic = new Checkbox("Basic access control", now.basicAccess());
        Select<DocumentChoice> mapping =
                choice("PACE", DocumentChoices.mappings(), now.paceMapping());
        Select<DocumentChoice> cipher =
                choice("Its cipher", DocumentChoices.ciphers(), or(now.paceCipher(), "AES_128"));
        Select<DocumentChoice> curve =
                choice("Its curve", DocumentChoices.curves(), or(now.paceCurve(), "NIST_P256"));
        Checkbox drawn =
                new Checkbox(
                        "Draw card access numbers that lists do not bring", now.drawnNumbers());
        mapping.addValueChangeListener(e -> pace(mapping, cipher, curve, drawn));
        pace(mapping, cipher, curve, drawn);
        Select<DocumentChoice> authentication =
                choice(
                        "Active authentication",
                        DocumentChoices.authentications(),
                        now.authentication());
        Select<DocumentChoice> transport =
                choice(
                        "Key that chips' keys travel under",
                        documents.transportKeys(actor),
                        now.transportKey());
        transport.setHelperText("An AES key encryption key (K0) that the personalizer has too");
        new Ask(
                        "Documents of " + program.name(),
                        "Set them up",
                        () ->
                                Attempt.to(
                                        () -> {
                                            documents.setUp(
                                                    actor,
                                                    program.id(),
                                                    new DocumentSetting(
                                                            code(format),
                                                            code(version),
                                                            code(hash),
                                                            basic.getValue(),
                                                            code(mapping),
                                                            code(cipher),
                                                            code(curve),
                                                            code(authentication),
                                                            drawn.getValue(),
                                                            code(transport)));
                                            after.run();
                                            Notice.done("The next list is one of documents.");
                                        }))
                .saying("Orders that are placed stay what they are.")
                .with(
                        format,
                        version,
                        hash,
                        basic,
                        mapping,
                        cipher,
                        curve,
                        drawn,
                        authentication,
                        transport)
                .open();
    }

    private static void pace(
            Select<DocumentChoice> mapping,
            Select<DocumentChoice> cipher,
            Select<DocumentChoice> curve,
            Checkbox drawn) {
        boolean known = !code(mapping).isEmpty();
        cipher.setVisible(known);
        curve.setVisible(known);
        drawn.setVisible(known);
    }

    private static String or(String code, String instead) {
        return code.isEmpty() ? instead : code;
    }

    private static String code(Select<DocumentChoice> select) {
        return select.getOptionalValue().map(DocumentChoice::code).orElse("");
    }

    private static Select<DocumentChoice> choice(
            String label, List<DocumentChoice> choices, String code) {
        Select<DocumentChoice> select = new Select<>();
        select.setLabel(label);
        select.setItems(choices);
        select.setItemLabelGenerator(DocumentChoice::words);
        select.setValue(
                choices.stream()
                        .filter(choice -> choice.code().equals(code))
                        .findFirst()
                        .orElse(choices.getFirst()));
        return select;
    }
}
