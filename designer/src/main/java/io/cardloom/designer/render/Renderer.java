package io.cardloom.designer.render;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.TextContent;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import org.springframework.stereotype.Component;

/** The door of the renderer. */
@Component
public class Renderer {

    Renderer() {}

    /** One face with its samples as PNG on the color of the card body. */
    public byte[] png(TenantId tenant, DesignRevision revision, Face face, int dpi, Cut cut) {
        return png(tenant, revision.document(), revision.cardBody(), face, dpi, cut);
    }

    /** The same of a document that is not frozen. */
    public byte[] png(
            TenantId tenant, DesignDocument document, CardBody body, Face face, int dpi, Cut cut) {
        throw new IllegalStateException("not built yet");
    }

    /** One face with its samples as a PDF of one page, in vectors. */
    public byte[] pdf(TenantId tenant, DesignRevision revision, Face face, Cut cut) {
        throw new IllegalStateException("not built yet");
    }

    /** A small picture of the design as it stands, PNG with round corners. */
    public byte[] preview(Actor actor, DesignId design, Face face, int widthPx) {
        throw new IllegalStateException("not built yet");
    }

    /** A line of fixed text as it will be printed, for the editor. */
    public TextOutline outline(TextContent text, Box box) {
        throw new IllegalStateException("not built yet");
    }

    /** A field's sample as it will be printed, shrunk to its box. */
    public TextOutline outline(FieldContent field, Box box) {
        throw new IllegalStateException("not built yet");
    }

    /** Makes one face ready to print many cards, bleed included. */
    public CardPrint compile(TenantId tenant, DesignRevision revision, Face face, int dpi) {
        throw new IllegalStateException("not built yet");
    }
}
