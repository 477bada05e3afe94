package io.cardloom.portal.template;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.render.Cut;
import io.cardloom.designer.render.Renderer;
import io.cardloom.designer.template.Template;
import io.cardloom.designer.template.Templates;
import io.cardloom.portal.component.CardFace;
import io.cardloom.tenancy.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Pictures of what templates say, drawn when the browser asks. */
@Component
class TemplateFaces {

    private static final int DPI = 190;

    private final Templates templates;
    private final CardBodies bodies;
    private final Renderer renderer;

    TemplateFaces(Templates templates, CardBodies bodies, Renderer renderer) {
        this.templates = templates;
        this.bodies = bodies;
        this.renderer = renderer;
    }

    /** One face of a template's newest version. */
    CardFace of(TenantId tenant, Template template, Face face) {
        return blank(tenant, template.cardBody())
                .showing(
                        template.name() + ", " + face.word(),
                        () ->
                                draw(
                                        tenant,
                                        template.cardBody(),
                                        templates.document(tenant, template.version()),
                                        face));
    }

    /** Of the outline of this card body. */
    CardFace blank(TenantId tenant, CardBodyId body) {
        return CardFace.of(bodies.get(tenant, body));
    }

    byte[] draw(TenantId tenant, CardBodyId bodyId, DesignDocument document, Face face) {
        CardBody body = bodies.get(tenant, bodyId);
        return renderer.png(tenant, document, body, face, DPI, Cut.ROUNDED);
    }
}
