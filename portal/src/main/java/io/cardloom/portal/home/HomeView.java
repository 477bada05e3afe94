package io.cardloom.portal.home;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The first page after sign-in. */
@Route("")
@PageTitle("Home · Cardloom")
@PermitAll
class HomeView extends Main {

    private static final long serialVersionUID = 1L;

    HomeView() {
        add(new H1("Home"));
    }
}
