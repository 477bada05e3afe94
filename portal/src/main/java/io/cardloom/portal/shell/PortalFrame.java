package io.cardloom.portal.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.PageBody;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;

/** The frame around every view. */
@PermitAll
public class PortalFrame extends AppLayout implements AfterNavigationObserver, BeforeEnterObserver {

    /** The frame scrolls, not the window, and stays where it was when another view is shown. */
    private static final String TO_THE_TOP =
            """
            for (let part = document.getElementById($0); part;
                    part = part.assignedSlot ?? part.parentNode ?? part.host) {
                if (part.scrollTop) {
                    part.scrollTop = 0;
                }
            }
            """;

    private final CurrentActor current;
    private final Rail rail;
    private String place = "";

    PortalFrame(CurrentActor current, AuthenticationContext gate, List<Navigation> features) {
        this.current = current;
        this.rail =
                new Rail(
                        current,
                        gate,
                        features.stream()
                                .sorted(Comparator.comparing(f -> f.getClass().getName()))
                                .toList());
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        Div bar = new Div(toggle, Rail.brand());
        bar.addClassName("cl-bar");
        addToNavbar(bar);
        addToDrawer(rail);
        Anchor skip = new Anchor("#" + PageBody.ID, "Skip to content");
        skip.addClassName("cl-skip");
        skip.setRouterIgnore(true);
        getElement().insertChild(0, skip.getElement());
    }

    /** Vaadin's own word on a lost connection is read out, too. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI()
                .getPage()
                .executeJs(
                        "document.querySelector('vaadin-connection-indicator')"
                                + "?.setAttribute('role', 'status')");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.memberships().isEmpty()
                && !event.getNavigationTarget().equals(WelcomeView.class)) {
            event.forwardTo(WelcomeView.class);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        rail.highlight(path);
        NavigationTrigger by = event.getLocationChangeEvent().getTrigger();
        if (!path.equals(place) && by != NavigationTrigger.HISTORY) {
            getElement().executeJs(TO_THE_TOP, PageBody.ID);
        }
        place = path;
    }
}
