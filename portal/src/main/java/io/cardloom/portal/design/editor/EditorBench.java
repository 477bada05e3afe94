package io.cardloom.portal.design.editor;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.collaboration.CollaborationMessage;
import io.cardloom.designer.collaboration.Presence;
import io.cardloom.designer.collaboration.Registration;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.feature.Features;
import io.cardloom.designer.font.AdmittedFonts;
import io.cardloom.designer.pack.Packs;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.Renderer;
import io.cardloom.tenancy.identity.MembershipId;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import java.util.function.Consumer;

/** The designer's doors, as the editor needs them. */
@SpringComponent
class EditorBench {

    private final Designs designs;
    private final Presence presence;
    private final Assets assets;
    private final Renderer renderer;
    private final Fonts fonts;
    private final AdmittedFonts admitted;
    private final Preflight preflight;
    private final Organizations organizations;
    private final Features features;
    private final Packs packs;

    EditorBench(
            Designs designs,
            Presence presence,
            Assets assets,
            Renderer renderer,
            Fonts fonts,
            AdmittedFonts admitted,
            Preflight preflight,
            Organizations organizations,
            Features features,
            Packs packs) {
        this.designs = designs;
        this.presence = presence;
        this.assets = assets;
        this.renderer = renderer;
        this.fonts = fonts;
        this.admitted = admitted;
        this.preflight = preflight;
        this.organizations = organizations;
        this.features = features;
        this.packs = packs;
    }

    DesignView open(Actor actor, DesignId design) {
        return designs.open(actor, design);
    }

    Registration join(Actor actor, DesignId design, Consumer<CollaborationMessage> listener) {
        return presence.join(actor, design, listener);
    }

    EditorTable table(Actor actor, DesignId design) {
        return new EditorTable(
                actor, design, designs, assets, renderer, preflight, features, packs);
    }

    String start(Actor actor, DesignView view, MembershipId membership) {
        return EditorJson.start(
                view,
                new EditorFonts(fonts, admitted).of(actor, view.document(), membership),
                actor,
                organizations.issuer(actor.tenant()).equals(actor.organization()),
                features.on(actor, view.program()),
                new EditorJson.Places(
                        EditorResources.assets(membership, view.id()),
                        EditorResources.library(membership)));
    }
}
