package io.cardloom.portal.provider;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** Where people sign in: an e-mail address, a password, and a clear word when it fails. */
final class SignInPage {

    static final String PATH = "/login";

    private static final String FAILED =
            "That e-mail address and password do not match an open account. Check both; after ten"
                    + " wrong tries an account rests for thirty minutes.";
    private static final String OPENED =
            "Your account is open. Sign in with the e-mail address your invitation was sent to,"
                    + " then paste the code once more to accept it.";

    private final ProviderPage page = new ProviderPage("/provider/sign-in.html");
    private final List<DemonstrationSignIns.One> demonstration;

    SignInPage(List<DemonstrationSignIns.One> demonstration) {
        this.demonstration = List.copyOf(demonstration);
    }

    RouterFunction<ServerResponse> route() {
        return RouterFunctions.route().GET(PATH, this::show).build();
    }

    private ServerResponse show(ServerRequest request) {
        String word =
                request.param("error").isPresent()
                        ? ProviderPage.refusal(FAILED)
                        : request.param(OpenAccountPage.OPENED).isPresent()
                                ? ProviderPage.done(OPENED)
                                : "";
        return page.show(
                request, HttpStatus.OK, Map.of("word", word, "demonstration", demonstration()));
    }

    private String demonstration() {
        if (demonstration.isEmpty()) {
            return "";
        }
        return demonstration.stream()
                .map(SignInPage::person)
                .collect(
                        Collectors.joining(
                                "",
                                "<section class=\"signin-demo\"><h2>Demo sign-ins</h2><p>Choose"
                                        + " whom to be.</p><ul>",
                                "</ul></section>"));
    }

    private static String person(DemonstrationSignIns.One one) {
        return "<li><button type=\"button\" class=\"signin-person\" data-email=\""
                + HtmlUtils.htmlEscape(one.email())
                + "\" data-password=\""
                + HtmlUtils.htmlEscape(one.password())
                + "\"><strong>"
                + HtmlUtils.htmlEscape(one.name())
                + "</strong><span>"
                + HtmlUtils.htmlEscape(one.duty())
                + "</span></button></li>";
    }
}
