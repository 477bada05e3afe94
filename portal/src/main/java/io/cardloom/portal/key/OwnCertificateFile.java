package io.cardloom.portal.key;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.cardloom.production.key.OwnCertificate;
import io.cardloom.production.key.OwnPurpose;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** One of Cardloom's own certificates to be taken along: PEM, or an armored OpenPGP key. */
final class OwnCertificateFile {

    private OwnCertificateFile() {}

    static Anchor link(OwnCertificate certificate) {
        byte[] bytes = bytes(certificate);
        Anchor link =
                new Anchor(
                        DownloadHandler.fromInputStream(
                                event ->
                                        new DownloadResponse(
                                                new ByteArrayInputStream(bytes),
                                                name(certificate),
                                                type(certificate),
                                                bytes.length)),
                        AttachmentType.DOWNLOAD,
                        "Fetch");
        link.getElement()
                .setAttribute(
                        "aria-label",
                        "Fetch number "
                                + certificate.number()
                                + ": "
                                + OwnCertificateWords.title(certificate.purpose()));
        return link;
    }

    private static boolean isOpenPgp(OwnCertificate certificate) {
        return certificate.purpose() == OwnPurpose.OPENPGP_INTAKE;
    }

    private static String name(OwnCertificate certificate) {
        return "cardloom-"
                + certificate.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "-"
                + certificate.number()
                + (isOpenPgp(certificate) ? ".asc" : ".pem");
    }

    private static String type(OwnCertificate certificate) {
        return isOpenPgp(certificate) ? "application/pgp-keys" : "application/x-pem-file";
    }

    private static byte[] bytes(OwnCertificate certificate) {
        if (isOpenPgp(certificate)) {
            return certificate.certificate();
        }
        String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(certificate.certificate());
        return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
