package io.cardloom.portal.provider;

import io.cardloom.tenancy.identity.Invitations;
import io.cardloom.tenancy.identity.LocalAccounts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.stereotype.Component;

/**
 * Starts the provider in a context of its own, on a port of its own, once the portal serves.
 *
 * <p>It has to come second: Vaadin replaces the JVM's security context strategy while the portal
 * starts, and a provider that had started before would answer every token request with 401.
 */
@Component
@EnableConfigurationProperties(ProviderSettings.class)
@ConditionalOnProperty(name = "cardloom.provider.embedded", matchIfMissing = true)
@ConditionalOnExpression("!'worker'.equalsIgnoreCase('${cardloom.role:all}')")
public class EmbeddedProvider
        implements ApplicationListener<WebServerInitializedEvent>, DisposableBean {

    /** The id and the registration name of the portal at the provider. */
    public static final String CLIENT = "cardloom";

    /**
     * The issuer by which Cardloom knows this provider's people. Not its address: that may change
     * with a port or a proxy, and they stay who they are.
     */
    public static final String IDENTITY = "urn:cardloom:accounts";

    private final LocalAccounts accounts;
    private final Invitations invitations;
    private final ProviderSettings settings;
    private final ObjectProvider<DemonstrationSignIns> demonstration;
    private final String secret = UUID.randomUUID().toString();
    private volatile @Nullable ConfigurableApplicationContext context;
    private volatile int port;

    EmbeddedProvider(
            LocalAccounts accounts,
            Invitations invitations,
            ProviderSettings settings,
            ObjectProvider<DemonstrationSignIns> demonstration) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.settings = settings;
        this.demonstration = demonstration;
    }

    /** The issuer's address as browsers and the portal reach it; null until the provider runs. */
    public @Nullable String issuer() {
        return context == null ? null : settings.issuerOr("http://localhost:" + port);
    }

    /** The portal's secret at the provider; made anew at each start, never stored. */
    public String clientSecret() {
        return secret;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if (context != null || isManagement(event.getApplicationContext())) {
            return;
        }
        List<String> addresses = portalAddresses(event.getWebServer().getPort());
        RegisteredClient portal = portal(addresses);
        ApplicationContextInitializer<GenericApplicationContext> guests =
                fresh -> {
                    fresh.registerBean(LocalAccounts.class, () -> accounts);
                    fresh.registerBean(Invitations.class, () -> invitations);
                    fresh.registerBean(
                            PortalAddress.class, () -> new PortalAddress(addresses.getFirst()));
                    fresh.registerBean(ProviderSettings.class, () -> settings);
                    demonstration.stream()
                            .flatMap(some -> some.all().stream())
                            .forEach(
                                    one ->
                                            fresh.getBeanFactory()
                                                    .registerSingleton(one.email(), one));
                    fresh.registerBean(
                            RegisteredClientRepository.class,
                            () -> new InMemoryRegisteredClientRepository(portal));
                };
        ConfigurableApplicationContext started =
                new SpringApplicationBuilder(ProviderContext.class)
                        .web(WebApplicationType.SERVLET)
                        .initializers(guests)
                        .properties(settings.contextProperties())
                        .registerShutdownHook(false)
                        .logStartupInfo(false)
                        .run();
        if (started instanceof WebServerApplicationContext served
                && served.getWebServer() != null) {
            port = served.getWebServer().getPort();
        }
        context = started;
    }

    @Override
    public void destroy() {
        if (context != null) {
            context.close();
        }
    }

    private static boolean isManagement(WebServerApplicationContext context) {
        return "management".equals(context.getServerNamespace());
    }

    private RegisteredClient portal(List<String> addresses) {
        RegisteredClient.Builder client =
                RegisteredClient.withId(CLIENT)
                        .clientId(CLIENT)
                        .clientName("Cardloom")
                        .clientSecret("{noop}" + secret)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .scope(OidcScopes.OPENID)
                        .scope(OidcScopes.PROFILE)
                        .scope(OidcScopes.EMAIL)
                        .clientSettings(
                                ClientSettings.builder()
                                        .requireProofKey(true)
                                        .requireAuthorizationConsent(false)
                                        .build());
        for (String base : addresses) {
            client.redirectUri(base + "/login/oauth2/code/" + CLIENT);
            client.postLogoutRedirectUri(base + "/sign-in");
        }
        return client.build();
    }

    private List<String> portalAddresses(int portalPort) {
        return settings.portal() != null
                ? List.of(settings.portal())
                : List.of("http://localhost:" + portalPort, "http://127.0.0.1:" + portalPort);
    }
}
