package io.cardloom.portal.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Refused;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Leaves evidence of what people were not allowed to do, at the one place through which every
 * refusal that is shown passes (helps to meet PCI DSS 4.0.1, 10.2.1.4).
 */
@SpringComponent
class RefusalEvidence implements VaadinServiceInitListener {

    /** Words of ours and ids; whatever else somebody types into an address is not recorded. */
    private static final Pattern PART =
            Pattern.compile("[a-z]+(-[a-z]+)*|[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}");

    private static final int SUBJECT = 120;

    private final ObjectProvider<CurrentActor> current;
    private final AuditTrail trail;

    RefusalEvidence(ObjectProvider<CurrentActor> current, AuditTrail trail) {
        this.current = current;
        this.trail = trail;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(
                        made -> ComponentUtil.addListener(made.getUI(), Refused.class, this::keep));
    }

    private void keep(Refused refused) {
        Refusal refusal = refused.refusal();
        if (refusal.kind() != Refusal.Kind.FORBIDDEN) {
            return;
        }
        Actor actor;
        try {
            actor = current.getObject().actor();
        } catch (Refusal belongsNowhere) {
            return; // there is no trail for it
        }
        trail.recordRefusal(actor, "portal.refused", place(refused.place()), refusal);
    }

    /** Where she was. */
    static String place(String path) {
        String place =
                Arrays.stream(path.split("/"))
                        .map(part -> PART.matcher(part).matches() ? part : "other")
                        .collect(Collectors.joining("/"));
        return place.isEmpty() || path.isEmpty()
                ? "home"
                : place.substring(0, Math.min(SUBJECT, place.length()));
    }
}
