package io.cardloom.portal.key;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.production.key.CertificatePurpose;
import io.cardloom.production.key.OpenPgpCertificates;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks for a certificate or an OpenPGP key by which files are trusted, and for whose it is. */
@Component
class RegisterCertificate {

    private static final int CHARACTERS = 64_000;
    private static final String OPEN_PGP = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

    private final TransportCertificates certificates;
    private final OpenPgpCertificates openPgp;
    private final Organizations organizations;

    RegisterCertificate(
            TransportCertificates certificates,
            OpenPgpCertificates openPgp,
            Organizations organizations) {
        this.certificates = certificates;
        this.openPgp = openPgp;
        this.organizations = organizations;
    }

    void ask(Actor actor, Runnable after) {
        Select<CertificatePurpose> purpose = new Select<>();
        purpose.setLabel("What it is for");
        purpose.setItems(CertificatePurpose.values());
        purpose.setItemLabelGenerator(
                p -> (p == CertificatePurpose.ISSUER_SIGNING ? "We " : "A bureau: ") + p.words());
        Select<Organization> bureau = new Select<>();
        bureau.setLabel("Bureau");
        bureau.setItems(
                organizations.list(actor).stream()
                        .filter(o -> o.kind() == OrganizationKind.BUREAU)
                        .toList());
        bureau.setItemLabelGenerator(Organization::name);
        purpose.addValueChangeListener(
                e -> bureau.setVisible(e.getValue() != CertificatePurpose.ISSUER_SIGNING));
        purpose.setValue(CertificatePurpose.ISSUER_SIGNING);
        TextArea pem = new TextArea("Certificate or OpenPGP key");
        pem.setPlaceholder("-----BEGIN CERTIFICATE-----");
        pem.setHelperText("As text (PEM or armored), and never with a private key");
        pem.setMaxLength(CHARACTERS);
        pem.setMinHeight("8rem");
        new Ask(
                        "Register a certificate or key",
                        "Register",
                        () ->
                                Attempt.to(
                                        () -> {
                                            register(actor, purpose.getValue(), bureau, pem);
                                            after.run();
                                            Notice.done("Registered.");
                                        }))
                .saying(
                        "Compare its fingerprint with the owner by another way, such as the"
                                + " telephone, before you register it.")
                .with(purpose, bureau, pem)
                .open();
    }

    private void register(
            Actor actor, CertificatePurpose purpose, Select<Organization> bureau, TextArea pem) {
        byte[] bytes = pem.getValue().strip().getBytes(StandardCharsets.US_ASCII);
        if (pem.getValue().strip().startsWith(OPEN_PGP)) {
            registerOpenPgp(actor, purpose, bytes);
            return;
        }
        if (purpose == CertificatePurpose.ISSUER_SIGNING) {
            certificates.registerIssuerCertificate(actor, bytes);
            return;
        }
        Organization whose = chosen(bureau.getOptionalValue());
        certificates.registerBureauCertificate(actor, whose.id(), purpose, bytes);
    }

    /**
     * @throws Refusal {@code CERTIFICATE_BUREAU_MISSING}
     */
    static Organization chosen(Optional<Organization> bureau) {
        return bureau.orElseThrow(
                () ->
                        Refusal.invalid(
                                "CERTIFICATE_BUREAU_MISSING",
                                "Choose the bureau whose certificate it is."));
    }

    private void registerOpenPgp(Actor actor, CertificatePurpose purpose, byte[] key) {
        if (purpose != CertificatePurpose.ISSUER_SIGNING) {
            throw Refusal.invalid(
                    "OPENPGP_PURPOSE",
                    "OpenPGP keys sign cardholder files. A bureau is known by a certificate"
                            + " (PEM).");
        }
        openPgp.register(actor, key);
    }
}
