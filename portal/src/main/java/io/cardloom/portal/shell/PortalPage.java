package io.cardloom.portal.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page that carries the portal: style sheets, push, and the icon. */
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("cardloom/cardloom.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
class PortalPage implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Cardloom");
        settings.addFavIcon("icon", "cardloom/mark.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
