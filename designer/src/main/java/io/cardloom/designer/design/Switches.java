package io.cardloom.designer.design;

import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.feature.Features;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses edits that bring in what is switched off for the design's product. */
@Component
class Switches {

    private final Features features;
    private final Assets assets;
    private final Organizations organizations;

    Switches(Features features, Assets assets, Organizations organizations) {
        this.features = features;
        this.assets = assets;
        this.organizations = organizations;
    }

    /**
     * @param before the document that the plan changes
     * @throws io.cardloom.tenancy.refusal.Refusal {@code FEATURE_OFF}
     */
    void check(TenantId tenant, ProgramId program, DesignDocument before, EditPlan plan) {
        Set<Feature> used = EnumSet.noneOf(Feature.class);
        for (EditCommand.One one : plan.command().ones()) {
            @Nullable Layer was = before.layers().get(one.id());
            @Nullable Layer is = plan.document().layers().get(one.id());
            if (is != null) {
                used.addAll(used(tenant, was == null ? null : was.content(), is.content()));
            }
        }
        used.forEach(feature -> features.require(tenant, program, feature));
    }

    /** What a layer's content takes that it did not show before. */
    private Set<Feature> used(TenantId tenant, @Nullable Content was, Content is) {
        Set<Feature> used = EnumSet.noneOf(Feature.class);
        if (is.equals(was)) {
            return used;
        }
        switch (is) {
            case TextContent text -> {
                if (!(was instanceof TextContent old && old.text().equals(text.text()))) {
                    used.add(Feature.TEXT);
                }
            }
            case PathContent path -> {
                if (!(was instanceof PathContent old && old.d().equals(path.d()))) {
                    used.add(Feature.DOODLES);
                }
            }
            case CodeContent code -> used.add(Feature.CODES);
            case SketchContent sketch -> used.add(Feature.SKETCH);
            case ImageContent image -> {
                boolean same =
                        was instanceof ImageContent old && old.filter().equals(image.filter());
                if (!same && !image.filter().isNone()) {
                    used.add(Feature.FILTERS);
                }
            }
            case FieldContent field -> {}
            case ShapeContent shape -> {}
            case SlotContent slot -> {}
        }
        boolean shown =
                was instanceof Pictured old
                        && is instanceof Pictured now
                        && old.asset().equals(now.asset());
        if (is instanceof Pictured picture && !shown && !isOfTheIssuer(tenant, picture)) {
            used.add(Feature.UPLOAD);
        }
        return used;
    }

    private boolean isOfTheIssuer(TenantId tenant, Pictured picture) {
        return assets.isUploadedBy(tenant, picture.asset(), organizations.issuer(tenant));
    }
}
