package io.cardloom.portal.component;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.cardloom.tenancy.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** A person was told a refusal at this screen. */
public final class Refused extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    private final String place;

    private Refused(UI source, Refusal refusal, String place) {
        super(source, false);
        this.refusal = refusal;
        this.place = place;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The address of the view where it was told, below the portal's. */
    public String place() {
        return place;
    }

    /** Tells whoever listens at the current screen; without one, nobody. */
    static void tell(Refusal refusal) {
        @Nullable UI ui = UI.getCurrent();
        if (ui != null) {
            tell(refusal, ui.getActiveViewLocation().getPath());
        }
    }

    /** The same for a view that could not be entered, at this address. */
    public static void tell(Refusal refusal, String place) {
        @Nullable UI ui = UI.getCurrent();
        if (ui != null) {
            ComponentUtil.fireEvent(ui, new Refused(ui, refusal, place));
        }
    }
}
