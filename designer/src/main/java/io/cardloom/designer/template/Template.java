package io.cardloom.designer.template;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.design.TemplateVersion;
import java.time.Instant;

/**
 * A template as it stands.
 *
 * @param master the design it is published from
 * @param latest number of its newest version, from 1
 * @param publishedAt when that was published
 * @param followers designs that follow it, in whatever version
 */
public record Template(
        TemplateId id,
        String name,
        DesignId master,
        CardBodyId cardBody,
        int latest,
        Instant publishedAt,
        String publishedBy,
        long followers) {

    /** Its newest version. */
    public TemplateVersion version() {
        return new TemplateVersion(id, latest);
    }
}
