package io.cardloom.portal.design.editor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.collaboration.Registration;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignView;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** One design, open for everybody who works on it. */
@Route(value = "designs/:design/edit", layout = PortalFrame.class)
@PermitAll
class EditorView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EditorBench bench;
    private final transient CurrentActor current;
    private transient @Nullable DesignId design;
    private transient @Nullable Registration seat;
    private String title = "Design";

    EditorView(EditorBench bench, CurrentActor current) {
        this.bench = bench;
        this.current = current;
        setId(PageBody.ID);
        addClassName("cl-editor");
        getElement().setAttribute("tabindex", "-1");
        setSizeFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        design = event.getRouteParameters().get("design").map(EditorView::id).orElseThrow();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        DesignId opened = java.util.Objects.requireNonNull(design);
        Actor actor = current.actor();
        EditorElement element =
                new EditorElement(bench.table(actor, opened), () -> leave(event.getUI(), opened));
        // The seat is taken before the document is read: an edit in between comes round as news.
        seat = bench.join(actor, opened, new Listening(event.getUI(), element));
        DesignView view = bench.open(actor, opened);
        title = view.name();
        removeAll();
        H1 name = new H1(title);
        name.addClassName("cl-unseen");
        add(name, element);
        element.seat(seat);
        element.open(bench.start(actor, view, current.membership().id()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (seat != null) {
            seat.close();
            seat = null;
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Cardloom";
    }

    private void leave(UI ui, DesignId opened) {
        ui.navigate("designs/" + opened.value());
    }

    private static DesignId id(String value) {
        try {
            return new DesignId(value);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("design");
        }
    }
}
