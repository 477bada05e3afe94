package io.cardloom.portal.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.shell.SchemeSwitch.Scheme;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Writes the tenant's skin and the person's light or dark into the page before it is shown. */
@SpringComponent
class Skin implements VaadinServiceInitListener {

    private static final String PLAIN = "petrol";

    private final ObjectProvider<CurrentActor> current;

    Skin(ObjectProvider<CurrentActor> current) {
        this.current = current;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(
                page -> {
                    Scheme scheme = scheme(page.getVaadinRequest());
                    page.getDocument()
                            .getElementsByTag("html")
                            .attr("data-skin", skin())
                            .attr("theme", scheme.theme())
                            .attr("style", "color-scheme: " + scheme.css());
                });
    }

    /** What the browser remembers. */
    static Scheme scheme(@Nullable VaadinRequest request) {
        Cookie @Nullable [] cookies = request == null ? null : request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(SchemeSwitch.COOKIE)) {
                    return Scheme.of(cookie.getValue());
                }
            }
        }
        return Scheme.SYSTEM;
    }

    private String skin() {
        if (VaadinSession.getCurrent() == null) {
            return PLAIN;
        }
        try {
            return current.getObject().memberships().isEmpty()
                    ? PLAIN
                    : current.getObject().membership().skin();
        } catch (Refusal signInFirst) {
            return PLAIN;
        }
    }
}
