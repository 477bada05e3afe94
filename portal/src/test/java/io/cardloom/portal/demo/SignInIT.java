package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.portal.demo.OtherProvider.Colleague;
import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.portal.signin.OwnProvider;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.identity.Invitations;
import io.cardloom.tenancy.identity.LocalAccounts;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.PersonId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways in: the embedded provider, an issuer's own, and an account opened by invitation. */
@DemoPortal
class SignInIT {

    private static final String DEMO = "a demo, no secret";
    private static final String PHRASE = "seven brown foxes";

    @LocalServerPort int port;
    @Autowired Tenants tenants;
    @Autowired Organizations organizations;
    @Autowired Invitations invitations;
    @Autowired People people;
    @Autowired OwnProvider own;
    @Autowired AuditTrail trail;

    private final Map<String, Browser> open = new LinkedHashMap<>();

    @AfterEach
    void closeTheBrowsers() {
        open.values().forEach(Browser::close);
    }

    @Test
    void anIssuerNamesItsProviderAndItsPeopleComeInByTheLink() {
        Browser marco = browser("marco").signIn("marco@meridiana.example", DEMO);
        marco.go("sign-in-provider").read("Everybody uses a Cardloom account");
        String redirect = field(marco, "Redirect URI");
        alreadyAtNordlys("pia@meridiana.example");
        try (OtherProvider bank =
                OtherProvider.start(
                        redirect,
                        new Colleague("pia", "Pia Bianchi", "pia@meridiana.example", true),
                        new Colleague("ugo", "Ugo Sala", "ugo@meridiana.example", false))) {
            String link = nameTheProvider(marco, bank);
            String code = inviteByHand(marco, "pia@meridiana.example");
            comeInByTheLink(link, code);
            unverifiedAddressesDoNotCount(link);
            keepTheSecretForItsProvider(bank);
            takeItAway(marco, link);
        }
    }

    /** Each refusal is told where it is asked; then it is set, and the link is there. */
    private String nameTheProvider(Browser marco, OtherProvider bank) {
        marco.press("Name your provider");
        marco.type("Name", "Meridiana sign-in");
        marco.type("Client id", OtherProvider.CLIENT);
        marco.type("Client secret", OtherProvider.SECRET);
        marco.type("Issuer address", "http://login.meridiana.example");
        marco.press("Name it");
        marco.read("PROVIDER_ADDRESS");
        marco.type("Issuer address", bank.issuer() + "/");
        marco.press("Name it");
        marco.read("The provider calls itself by another issuer");
        marco.picture("sign-in-refused");
        marco.type("Issuer address", bank.issuer());
        marco.press("Name it");
        marco.read("The provider answered as it should");
        marco.go("sign-in-provider").read("Kept, and never shown again");
        marco.picture("sign-in-set");
        assertThat(marco.shows(OtherProvider.SECRET)).isFalse();
        String link = field(marco, "Sign-in link");
        assertThat(link)
                .isEqualTo(
                        address("sign-in?iss=")
                                + URLEncoder.encode(bank.issuer(), StandardCharsets.UTF_8));
        return link;
    }

    private String inviteByHand(Browser marco, String email) {
        marco.go("people").press("Invite a person");
        marco.type("E-mail address", email);
        marco.see(By.xpath("//vaadin-checkbox//label[normalize-space(.)='Auditor']")).click();
        marco.press("Make the invitation");
        marco.read("Send both to " + email);
        marco.picture("invitation-made");
        assertThat(field(marco, "Address of the portal"))
                .isEqualTo(address("").replaceAll("/$", ""));
        assertThat(field(marco, "Or the sign-in link")).contains("/sign-in?iss=");
        return field(marco, "Invitation code");
    }

    /** The same mailbox is a member at Nordlys by a Cardloom account: another identity. */
    private void alreadyAtNordlys(String email) {
        String code = invite("Nordlys Bank", email);
        LocalAccounts.LocalAccount account =
                invitations.openAccount(code, "Pia Bianchi", PHRASE, "test");
        PersonId person =
                people.signedIn(EmbeddedProvider.IDENTITY, account.subject(), "Pia", email);
        invitations.accept(person, email, code, "test");
    }

    private void comeInByTheLink(String link, String code) {
        Browser pia = atTheBank("pia", link);
        pia.read("An invitation opens the door");
        assertThat(pia.shows("Nordlys")).isFalse();
        pia.type("Invitation code", invite("Nordlys Bank", "pia@meridiana.example"));
        pia.press("Accept the invitation");
        pia.read("PROVIDER_OF_ANOTHER");
        pia.type("Invitation code", code.substring(0, code.length() - 3) + "AAA");
        pia.press("Accept the invitation");
        pia.read("INVITATION_INVALID");
        pia.type("Invitation code", code);
        pia.press("Accept the invitation");
        pia.read("Banca Meridiana");
        pia.read("Pia Bianchi");
        assertThat(pia.shows("Nordlys")).isFalse();
        assertThat(pia.shows("Acting for")).isFalse();
    }

    private void unverifiedAddressesDoNotCount(String link) {
        String code = invite("Banca Meridiana", "ugo@meridiana.example");
        Browser ugo = atTheBank("ugo", link);
        ugo.read("Welcome, Ugo Sala");
        ugo.type("Invitation code", code);
        ugo.press("Accept the invitation");
        ugo.read("INVITATION_FOR_ANOTHER");
    }

    private Browser atTheBank(String user, String link) {
        Browser hand = browser(user);
        hand.go(link.substring(address("").length()));
        hand.type("Username", user);
        hand.type("Password", OtherProvider.PASSWORD);
        hand.press("Sign in");
        hand.waitUntil(() -> hand.address().startsWith(address("")));
        return hand;
    }

    private void keepTheSecretForItsProvider(OtherProvider bank) {
        Actor system = Actor.system(issuer("Banca Meridiana").id(), "Test");
        String kept = own.of(system).orElseThrow().clientSecret();
        own.name(system, "Meridiana staff", bank.issuer(), OtherProvider.CLIENT, Secret.of(""));
        assertThat(own.of(system).orElseThrow().clientSecret()).isEqualTo(kept);
        assertThatThrownBy(() -> own.name(system, "x", bank.issuer(), "another", Secret.of(" ")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.code()).isEqualTo("CLIENT_SECRET_REQUIRED"));
        Actor nordlys = Actor.system(issuer("Nordlys Bank").id(), "Test");
        assertThatThrownBy(
                        () -> own.name(nordlys, "x", bank.issuer(), "taken", Secret.of("secret")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.code()).isEqualTo("PROVIDER_ISSUER_TAKEN"));
        assertThat(own.of(nordlys)).isEmpty();
    }

    private void takeItAway(Browser marco, String link) {
        marco.go("sign-in-provider").press("Remove");
        marco.press("Remove the provider");
        marco.read("Everybody uses a Cardloom account");
        marco.go(link.substring(address("").length()))
                .read("No organization signs in here by the address in this link");
        marco.picture("sign-in-unknown");
    }

    @Test
    void anInvitedPersonOpensAnAccountSignsInAndAccepts() {
        String email = "nora@nordlys.example";
        String code = invite("Nordlys Bank", email);
        Browser nora = browser("nora").go("");
        nora.read("Does your organization have a sign-in of its own?");
        nora.picture("provider-sign-in");
        nora.follow("I was invited and have no account yet");
        nora.read("Open an account");

        fill(nora, code.substring(0, code.length() - 3) + "AAA", PHRASE, PHRASE);
        nora.read("does not exist or has been used");
        fill(nora, code, PHRASE, PHRASE + "!");
        nora.read("The two passwords differ");
        nora.picture("open-account-refused");
        fill(nora, code, PHRASE, PHRASE);
        nora.read("Your account is open");
        assertThat(nora.address()).doesNotContain(code);

        nora.type("E-mail address", email);
        nora.type("Password", PHRASE);
        nora.press("Sign in");
        nora.read("Welcome, Nora Vik");
        nora.picture("welcome");
        nora.type("Invitation code", code);
        nora.press("Accept the invitation");
        nora.read("Nordlys Bank");
        assertThat(nora.address()).isEqualTo(address(""));
        aUsedCodeOpensNothing(code);
    }

    private static void fill(Browser hand, String code, String password, String again) {
        hand.type("Invitation code", code);
        hand.type("Your name", "Nora Vik");
        hand.type("Password", password);
        hand.type("The same password", again);
        hand.press("Open the account");
    }

    private void aUsedCodeOpensNothing(String code) {
        assertThatThrownBy(() -> invitations.openAccount(code, "Eve", PHRASE, "test"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("INVITATION_INVALID"));
    }

    @Test
    void whatSomebodyMayNotDoIsInTheTrailWithHerAddress() {
        Browser jonas = browser("jonas").signIn("jonas@fjellsport.example", DEMO);
        jonas.go("sign-in-provider").read("This is not open to you");
        Actor system = Actor.system(issuer("Nordlys Bank").id(), "Test");
        AuditFilter refused = new AuditFilter(null, "portal.refused", null, null, null, null);
        assertThat(trail.page(system, refused, 0, 1))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.success()).isFalse();
                            assertThat(entry.subject()).isEqualTo("sign-in-provider");
                            assertThat(entry.details()).containsEntry("code", "PERMISSION_MISSING");
                            assertThat(entry.who()).isEqualTo("Jonas Berg");
                            assertThat(entry.origin()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
                        });
    }

    private Browser browser(String who) {
        return open.computeIfAbsent(who, w -> Browser.open("http://localhost:" + port));
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private Issuer issuer(String name) {
        return tenants.all().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
    }

    private String invite(String issuer, String email) {
        Actor system = Actor.system(issuer(issuer).id(), "Test");
        Organization to =
                organizations.list(system).stream()
                        .filter(o -> o.kind() == OrganizationKind.ISSUER)
                        .findFirst()
                        .orElseThrow();
        return invitations.invite(system, to.id(), email, Set.of(Role.AUDITOR)).token().reveal();
    }

    private static String field(Browser hand, String label) {
        hand.waitUntil(() -> !value(hand, label).isEmpty());
        return value(hand, label);
    }

    private static String value(Browser hand, String label) {
        return String.valueOf(
                hand.script(
                        "return [...document.querySelectorAll('vaadin-text-field')]"
                                + ".find(f => f.label.startsWith(arguments[0]))?.value ?? ''",
                        label));
    }
}
