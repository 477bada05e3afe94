package io.cardloom.portal.provider;

import io.cardloom.tenancy.identity.Invitations;
import io.cardloom.tenancy.refusal.Refusal;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** Where an invited person opens an account: her code, her name and a password. */
final class OpenAccountPage {

    static final String PATH = "/open-account";

    /** Told to the sign-in page when it worked. */
    static final String OPENED = "opened";

    private final ProviderPage page = new ProviderPage("/provider/open-account.html");
    private final Invitations invitations;

    OpenAccountPage(Invitations invitations) {
        this.invitations = invitations;
    }

    RouterFunction<ServerResponse> route() {
        return RouterFunctions.route()
                .GET(PATH, request -> page.show(request, HttpStatus.OK, Map.of()))
                .POST(PATH, this::open)
                .build();
    }

    private ServerResponse open(ServerRequest request) {
        String code = request.param("code").orElse("");
        String name = request.param("name").orElse("");
        String password = request.param("password").orElse("");
        if (!password.equals(request.param("again").orElse(""))) {
            return again(request, "The two passwords differ. Type the same one twice.");
        }
        try {
            invitations.openAccount(code, name, password, request.servletRequest().getRemoteAddr());
            return ServerResponse.seeOther(URI.create(SignInPage.PATH + "?" + OPENED)).build();
        } catch (Refusal refusal) {
            return again(request, refusal.sentence());
        }
    }

    /** The page once more, with what she wrote but the passwords. */
    private ServerResponse again(ServerRequest request, String sentence) {
        return page.show(
                request,
                HttpStatus.UNPROCESSABLE_CONTENT,
                Map.of(
                        "word", ProviderPage.refusal(sentence),
                        "code", HtmlUtils.htmlEscape(request.param("code").orElse("")),
                        "name", HtmlUtils.htmlEscape(request.param("name").orElse(""))));
    }
}
