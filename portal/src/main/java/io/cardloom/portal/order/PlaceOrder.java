package io.cardloom.portal.order;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.DesignSummary;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.FileDrop;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.key.KeyNavigation;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.ListUpload;
import io.cardloom.production.key.OpenPgpCertificates;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.order.CardOrders;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for a name, a digest and the sealed cardholder file. The file stays sealed on its way
 * through here: only production can open it.
 */
@Component
class PlaceOrder {

    private static final int MOST_BYTES = 512 * 1024 * 1024;
    private static final int MOST_DESIGNS = 100;

    private final CardOrders orders;
    private final Designs designs;
    private final TransportCertificates certificates;
    private final OpenPgpCertificates openPgp;

    PlaceOrder(
            CardOrders orders,
            Designs designs,
            TransportCertificates certificates,
            OpenPgpCertificates openPgp) {
        this.orders = orders;
        this.designs = designs;
        this.certificates = certificates;
        this.openPgp = openPgp;
    }

    /**
     * @param wanted the digest to start with; null for the first approved one
     */
    void ask(Actor actor, @Nullable Digest wanted) {
        List<DesignSummary> approved =
                designs.list(actor, "", 0, MOST_DESIGNS).stream()
                        .filter(d -> d.state() == DesignState.APPROVED && d.digest() != null)
                        .toList();
        OrderRules.requireApproved(approved);
        Select<DesignSummary> design = new Select<>();
        design.setLabel("Approved design");
        design.setItems(approved);
        design.setItemLabelGenerator(
                d -> d.name() + " · " + Objects.requireNonNull(d.digest()).brief());
        design.setValue(
                approved.stream()
                        .filter(d -> Objects.equals(d.digest(), wanted))
                        .findFirst()
                        .orElse(approved.getFirst()));
        TextField name = new TextField("Name of the order");
        name.setMaxLength(120);
        name.setRequired(true);
        name.setPlaceholder("Spring edition, first 300");
        AtomicReference<@Nullable Path> file = new AtomicReference<>();
        Upload upload = upload(file);
        Ask ask =
                new Ask(
                        "Place an order",
                        "Place the order",
                        () -> place(actor, design.getValue(), name.getValue().strip(), file));
        ask.addClosedListener(e -> drop(file.getAndSet(null)));
        ask.saying(
                        "The list is signed by the issuer and encrypted to Cardloom, by CMS or"
                            + " OpenPGP. Every row is checked by the program's list form. A list of"
                            + " identity documents is JSON, one document a line.")
                .with(
                        name,
                        design,
                        upload,
                        certificate(actor),
                        key(actor),
                        new Anchor(
                                KeyNavigation.CERTIFICATES,
                                "All of Cardloom's certificates, and those that come"),
                        plain(actor, name, design, ask))
                .open();
    }

    private static Upload upload(AtomicReference<@Nullable Path> file) {
        Upload upload =
                new FileDrop(
                        UploadHandler.toTempFile(
                                (metadata, received) -> drop(file.getAndSet(received.toPath()))),
                        "Drop the encrypted file here");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileExtensions(".p7m", ".cms", ".der", ".pem", ".pgp", ".gpg", ".asc");
        return upload;
    }

    private Anchor certificate(Actor actor) {
        return new Anchor(
                DownloadHandler.fromInputStream(
                        event -> {
                            byte[] pem = pem(actor);
                            return new DownloadResponse(
                                    new ByteArrayInputStream(pem),
                                    "cardloom-intake.pem",
                                    "application/x-pem-file",
                                    pem.length);
                        }),
                AttachmentType.DOWNLOAD,
                "Cardloom's certificate, to encrypt to");
    }

    private Anchor key(Actor actor) {
        return new Anchor(
                DownloadHandler.fromInputStream(
                        event -> {
                            byte[] key = openPgp.intakeKey(actor);
                            return new DownloadResponse(
                                    new ByteArrayInputStream(key),
                                    "cardloom-intake.asc",
                                    "application/pgp-keys",
                                    key.length);
                        }),
                AttachmentType.DOWNLOAD,
                "Cardloom's OpenPGP key, to encrypt to");
    }

    /** A list in clear goes through to production as it comes: no file of it, and no copy. */
    private Details plain(Actor actor, TextField name, Select<DesignSummary> design, Ask ask) {
        Upload upload =
                new FileDrop(
                        event -> {
                            UI ui = event.getUI();
                            Wish wished = wish(ui, name, design);
                            try (InputStream list = event.getInputStream()) {
                                CardOrderId order =
                                        orders.begin(
                                                actor,
                                                wished.digest(),
                                                wished.name(),
                                                ListUpload.plain(list));
                                ui.access(
                                        () -> {
                                            ask.close();
                                            ui.navigate(OrderNavigation.page(order));
                                        });
                            } catch (Refusal refusal) {
                                ui.access(() -> Notice.refused(refusal));
                                event.reject(refusal.sentence());
                            }
                        },
                        "Drop the plain list here to place it");
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFileSize(MOST_BYTES);
        return new Details("The list is not encrypted", upload);
    }

    private record Wish(Digest digest, String name) {}

    /** What stands in the dialog, read as its own UI reads it. */
    private static Wish wish(UI ui, TextField name, Select<DesignSummary> design) {
        AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
        ui.accessSynchronously(
                () ->
                        wish.set(
                                new Wish(
                                        Objects.requireNonNull(design.getValue().digest()),
                                        name.getValue().strip())));
        return Objects.requireNonNull(wish.get());
    }

    private byte[] pem(Actor actor) {
        try {
            String body =
                    Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(certificates.intakeCertificate(actor).getEncoded());
            return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("Cardloom's own certificate cannot be written", e);
        }
    }

    private boolean place(
            Actor actor, DesignSummary design, String name, AtomicReference<@Nullable Path> file) {
        return Attempt.to(
                () -> {
                    Path sealed = OrderRules.whole(file.get(), name);
                    try (InputStream list = Files.newInputStream(sealed)) {
                        CardOrderId order =
                                orders.begin(
                                        actor,
                                        Objects.requireNonNull(design.digest()),
                                        name,
                                        ListUpload.sealed(list));
                        UI.getCurrent().navigate(OrderNavigation.page(order));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void drop(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
