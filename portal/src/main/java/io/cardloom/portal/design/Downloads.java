package io.cardloom.portal.design;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.export.ExportFile;
import io.cardloom.designer.export.ExportKind;
import io.cardloom.designer.export.Exports;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.Rows;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import org.springframework.stereotype.Component;

/** The files a design can be taken away in, as a dialog of links. */
@Component
class Downloads {

    private static final int UNPROCESSABLE = 422;

    private final Exports exports;

    Downloads(Exports exports) {
        this.exports = exports;
    }

    /** The button that opens it. */
    Button button(Actor actor, DesignView design) {
        return new Button("Download", e -> open(actor, design));
    }

    private void open(Actor actor, DesignView design) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("Download " + design.name());
        dialog.setWidth("38rem");
        dialog.setMaxWidth("94vw");
        Div body = new Div();
        body.addClassNames("cl-stack", "cl-downloads");
        group(actor, body, design, "Pictures", ExportKind.PNG_300, ExportKind.PNG_600);
        group(
                actor,
                body,
                design,
                "For the press",
                ExportKind.PDF,
                ExportKind.CMYK_TIFF,
                ExportKind.BLACK_PLANE,
                ExportKind.WHITE_PLANE,
                ExportKind.UV_PLANE,
                ExportKind.ENGRAVING);
        group(actor, body, design, "For other tools", ExportKind.SVG, ExportKind.OPEN_RASTER);
        group(actor, body, design, "For phones", ExportKind.WALLET_ART, ExportKind.WALLET_ICON);
        dialog.add(body);
        Button close = new Button("Close", e -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        dialog.getFooter().add(close);
        dialog.open();
    }

    private void group(Actor actor, Div body, DesignView design, String name, ExportKind... kinds) {
        Rows rows = new Rows();
        for (ExportKind kind : kinds) {
            if (isThere(design.document(), kind)) {
                Div links = new Div();
                links.addClassName("cl-actions");
                for (Face face : kind.ofOneFace() ? Face.values() : new Face[] {Face.FRONT}) {
                    links.add(link(actor, design, kind, face));
                }
                rows.line(Rows.name(kind.label(), words(kind, design.cardBody())), links);
            }
        }
        body.add(new Div(new H3(name), rows));
    }

    /** A plate without a layer would be an empty file. */
    private static boolean isThere(DesignDocument document, ExportKind kind) {
        return switch (kind) {
            case WHITE_PLANE -> has(document, Plate.WHITE);
            case UV_PLANE -> has(document, Plate.UV);
            default -> true;
        };
    }

    private static boolean has(DesignDocument document, Plate plate) {
        return document.layers().values().stream().anyMatch(l -> l.tags().plate() == plate);
    }

    private Anchor link(Actor actor, DesignView design, ExportKind kind, Face face) {
        UI ui = UI.getCurrent();
        String word = kind.ofOneFace() ? (face == Face.FRONT ? "Front" : "Back") : "Get it";
        Anchor anchor =
                new Anchor(
                        DownloadHandler.fromInputStream(
                                event -> {
                                    try {
                                        ExportFile file =
                                                exports.export(actor, design.id(), face, kind);
                                        return new DownloadResponse(
                                                new ByteArrayInputStream(file.content()),
                                                file.name(),
                                                file.mediaType(),
                                                file.content().length);
                                    } catch (Refusal refusal) {
                                        ui.access(() -> Notice.refused(refusal));
                                        return DownloadResponse.error(
                                                UNPROCESSABLE, refusal.sentence());
                                    }
                                }),
                        AttachmentType.DOWNLOAD,
                        word);
        anchor.getElement()
                .setAttribute(
                        "aria-label",
                        kind.label() + ", " + word.toLowerCase(java.util.Locale.ROOT));
        anchor.setRouterIgnore(true);
        return anchor;
    }

    private static String words(ExportKind kind, CardBody body) {
        return switch (kind) {
            case PNG_300 -> "With bleed and sample values";
            case PNG_600 -> "With bleed and sample values";
            case PDF -> "PDF/A-2b and PDF/X-4; white, UV and the cut are inks of their own";
            case CMYK_TIFF -> "FOGRA39, 300 dpi, black text in black alone";
            case BLACK_PLANE -> "What is black alone, 600 dpi, clustered dots";
            case WHITE_PLANE -> "White ink, 600 dpi";
            case UV_PLANE -> "Ultraviolet ink, 600 dpi";
            case ENGRAVING -> "The whole face as line art, 600 dpi";
            case SVG -> "A layer for each layer, text as outlines";
            case OPEN_RASTER -> "Both faces; opens in Krita, the design inside";
            case WALLET_ART ->
                    (body.isUpright() ? "969 × 1536" : "1536 × 969")
                            + ", without names and what is only printed";
            case WALLET_ICON -> "100 × 100";
        };
    }
}
