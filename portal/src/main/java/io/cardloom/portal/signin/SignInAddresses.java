package io.cardloom.portal.signin;

import com.vaadin.flow.server.VaadinServletRequest;
import io.cardloom.tenancy.tenant.TenantId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The portal's addresses for signing in, as they are handed out.
 *
 * @param portal the address of the portal as this browser sees it, without a slash at its end
 */
public record SignInAddresses(String portal) {

    /** By the request in hand, with what a proxy says about it. */
    public static SignInAddresses ofThisRequest() {
        return new SignInAddresses(
                ServletUriComponentsBuilder.fromContextPath(
                                VaadinServletRequest.getCurrent().getHttpServletRequest())
                        .build()
                        .toUriString());
    }

    /** Sends a browser to this issuer (OpenID Connect Core 1.0, 4). */
    public String link(URI issuer) {
        return portal
                + SignInController.PATH
                + "?iss="
                + URLEncoder.encode(issuer.toString(), StandardCharsets.UTF_8);
    }

    /** Where the tenant's provider sends people back to; registered there, exactly. */
    public String redirect(TenantId tenant) {
        return portal + "/login/oauth2/code/" + tenant.value();
    }

    /** Where the provider sends people after they signed out. */
    public String afterSignOut() {
        return portal + SignInController.PATH;
    }
}
