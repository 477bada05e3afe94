package io.cardloom.portal.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.cardloom.tenancy.refusal.Refusal;

/** What Cardloom says in passing. */
public final class Notice {

    private static final int SHORT = 4_000;
    private static final int LONG = 12_000;

    private Notice() {}

    public static void done(String sentence) {
        Notification notice = show(new Span(sentence), SHORT);
        notice.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    /**
     * A refusal: its sentence for people, its code for support; in the dialog that asked for it, or
     * in passing.
     */
    public static void refused(Refusal refusal) {
        Span code = new Span(refusal.code());
        code.addClassNames("cl-mono", "cl-small", "cl-soft");
        Div words = new Div(new Div(refusal.sentence()), code);
        if (!Ask.shows(words)) {
            Notification notice = show(words, LONG);
            notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
            notice.setAssertive(true);
        }
        Refused.tell(refusal);
    }

    /** Something went wrong that nobody foresaw; the reference finds it in the log. */
    public static void unexpected(String reference) {
        Span code = new Span("Reference " + reference);
        code.addClassNames("cl-mono", "cl-small", "cl-soft");
        Notification notice =
                show(
                        new Div(
                                new Div(
                                        "That did not work, and it is our fault. Nothing was"
                                                + " changed halfway; try again, or tell support the"
                                                + " reference."),
                                code),
                        LONG);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setAssertive(true);
    }

    private static Notification show(com.vaadin.flow.component.Component content, int duration) {
        Notification notice = new Notification(content);
        notice.setDuration(duration);
        notice.setPosition(Notification.Position.BOTTOM_END);
        notice.open();
        return notice;
    }
}
