package io.cardloom.portal.key;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.permission.Actor;
import org.springframework.stereotype.Component;

/** Makes the request for the next document signer's certificate, and takes what comes back. */
@Component
class SignerDialogs {

    private static final int CHARACTERS = 20_000;

    private final ProgramDocuments documents;

    SignerDialogs(ProgramDocuments documents) {
        this.documents = documents;
    }

    /** The request appears in the dialog, to be copied. */
    void request(Actor actor, Runnable after) {
        TextField country = new TextField("Country, two letters");
        country.setMaxLength(2);
        country.setPlaceholder("UT");
        TextField name = new TextField("Name of the signer");
        name.setMaxLength(60);
        name.setPlaceholder("Document Signer 1");
        TextArea pem = new TextArea("Request (PKCS #10)");
        pem.setReadOnly(true);
        pem.setVisible(false);
        pem.addClassName("cl-mono");
        pem.setHelperText("Send it to the country's signing authority (CSCA)");
        new Ask(
                        "Request a certificate",
                        "Make it",
                        () -> {
                            Attempt.to(
                                    () -> {
                                        pem.setValue(
                                                documents.request(
                                                        actor,
                                                        country.getValue(),
                                                        name.getValue().strip()));
                                        pem.setVisible(true);
                                        after.run();
                                        Notice.done("Copy the request before you close this.");
                                    });
                            return false;
                        })
                .saying(
                        "It is for the signer that waits for its certificate, or else for the next"
                                + " one, whose key is made now. The one that signs goes on.")
                .saying("The key stays in the device; the request holds its public half.")
                .with(country, name, pem)
                .open();
    }

    void bring(Actor actor, Runnable after) {
        TextArea certificate = pem("Your certificate");
        TextArea authority = pem("The authority's own certificate");
        new Ask(
                        "Bring a certificate in",
                        "Sign with it",
                        () ->
                                Attempt.to(
                                        () -> {
                                            documents.install(
                                                    actor,
                                                    certificate.getValue(),
                                                    authority.getValue());
                                            after.run();
                                            Notice.done("Documents are signed with it from now.");
                                        }))
                .saying(
                        "Compare the authority's certificate with the authority by another way"
                                + " before you trust it.")
                .saying(
                        "What is prepared from now on is signed with it; what is prepared stays as"
                                + " it is.")
                .with(certificate, authority)
                .open();
    }

    private static TextArea pem(String label) {
        TextArea area = new TextArea(label);
        area.setPlaceholder("-----BEGIN CERTIFICATE-----");
        area.setMaxLength(CHARACTERS);
        area.setMinHeight("7rem");
        area.addClassName("cl-mono");
        return area;
    }
}
