package io.cardloom.portal.home;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.shell.PortalFrame;
import jakarta.annotation.security.PermitAll;

/** The first page after sign-in. */
@Route(value = "", layout = PortalFrame.class)
@PageTitle("Home · Cardloom")
@PermitAll
class HomeView extends PageBody {

    HomeView() {
        add(new PageHead("Home"));
    }
}
