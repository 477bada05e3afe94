package io.cardloom.portal.signin;

import io.cardloom.connectors.registry.NetworkReach;
import io.cardloom.tenancy.identity.IdentityProviders;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads where a provider's endpoints are from what it says about itself (OpenID Connect Discovery
 * 1.0, 4): one answer of up to 256 KiB within five seconds, and no redirects.
 */
@Component
class ProviderDiscovery {

    private static final String PATH = "/.well-known/openid-configuration";

    private final NetworkReach reach;

    ProviderDiscovery(NetworkReach reach) {
        this.reach = reach;
    }

    /**
     * What a provider says about itself.
     *
     * @param issuer exactly as it calls itself
     * @param userInfo null where it has none
     * @param endSession null where it knows no sign-out
     */
    record Found(
            URI issuer,
            URI authorization,
            URI token,
            URI keys,
            @Nullable URI userInfo,
            @Nullable URI endSession) {}

    /**
     * Asks the provider, which takes up to five seconds.
     *
     * @param issuer the exact {@code iss} of its tokens
     * @throws Refusal {@code PROVIDER_ADDRESS} for an address it cannot have; {@code
     *     DESTINATION_OUTSIDE_DEMO}, {@code DESTINATION_INSIDE} for one out of reach; {@code
     *     PROVIDER_UNREACHABLE}, {@code PROVIDER_SLOW}: a retry can help; {@code
     *     PROVIDER_REDIRECTS}, {@code PROVIDER_ANSWER}, {@code PROVIDER_TOO_LONG}, {@code
     *     PROVIDER_DOCUMENT}, {@code PROVIDER_ISSUER_DIFFERS}, {@code PROVIDER_LACKS}: it has to
     *     change, or the address
     */
    Found of(String issuer) {
        URI address = address(issuer.strip());
        if (address.getQuery() != null) {
            throw unusable();
        }
        requireReach(address);
        String base = address.toString().replaceAll("/$", "");
        JsonNode document = document(fetch(URI.create(base + PATH)));
        if (!document.path("issuer").asString("").equals(address.toString())) {
            throw Refusal.invalid(
                    "PROVIDER_ISSUER_DIFFERS",
                    "The provider calls itself by another issuer than this address. Write the"
                            + " issuer exactly as its configuration does, to the last slash.");
        }
        requireFeatures(document);
        Found found =
                new Found(
                        address,
                        needed(document, "authorization_endpoint"),
                        needed(document, "token_endpoint"),
                        needed(document, "jwks_uri"),
                        optional(document, "userinfo_endpoint"),
                        optional(document, "end_session_endpoint"));
        // The others are visited by browsers only.
        Stream.of(found.token(), found.keys()).forEach(this::requireReach);
        if (found.userInfo() != null) {
            requireReach(found.userInfo());
        }
        return found;
    }

    private static URI address(String text) {
        try {
            return IdentityProviders.checkedAddress(new URI(text));
        } catch (URISyntaxException e) {
            throw unusable();
        }
    }

    private static Refusal unusable() {
        return Refusal.invalid(
                "PROVIDER_ADDRESS",
                "Write the issuer as an https address without query or fragment, such as"
                        + " https://login.example.org/realms/staff.");
    }

    private void requireReach(URI address) {
        try {
            reach.requireOpen(address.getHost());
        } catch (UnknownHostException e) {
            throw Refusal.invalid(
                    "PROVIDER_UNREACHABLE",
                    "The name " + address.getHost() + " has no address. Check the spelling.");
        }
    }

    private static byte[] fetch(URI address) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(ProviderCalls.PATIENCE)
                        .build();
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept", "application/json").build();
        try {
            return client.sendAsync(request, BodyHandlers.ofInputStream())
                    .thenApplyAsync(ProviderDiscovery::read, Thread::startVirtualThread)
                    .get(ProviderCalls.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw slow(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(address);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal
                    ? refusal
                    : e.getCause() instanceof HttpTimeoutException
                            ? slow(address)
                            : unreachable(address);
        } finally {
            client.shutdownNow();
        }
    }

    private static byte[] read(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        try (InputStream body = answer.body()) {
            if (status >= 300 && status < 400) {
                throw Refusal.invalid(
                        "PROVIDER_REDIRECTS",
                        "The provider sends Cardloom on to another address, and Cardloom does not"
                                + " follow. Write the issuer as its configuration does.");
            }
            if (status != 200) {
                throw Refusal.invalid(
                        "PROVIDER_ANSWER",
                        "The provider answered "
                                + status
                                + " where its OpenID configuration should be. Check the issuer.");
            }
            byte[] bytes = body.readNBytes(ProviderCalls.SIZE + 1);
            if (bytes.length > ProviderCalls.SIZE) {
                throw Refusal.invalid(
                        "PROVIDER_TOO_LONG",
                        "The provider's answer is longer than 256 KiB, which no OpenID"
                                + " configuration is. Check the issuer.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode document(byte[] bytes) {
        try {
            JsonNode document = JsonMapper.shared().readTree(bytes);
            if (document.isObject()) {
                return document;
            }
        } catch (JacksonException e) {
            // Said below: what it was instead is of no use to anybody.
        }
        throw Refusal.invalid(
                "PROVIDER_DOCUMENT",
                "What the provider answers is no OpenID configuration. Check the issuer.");
    }

    /** Absent lists mean what Discovery 1.0, 3 says they mean. */
    private static void requireFeatures(JsonNode document) {
        requireFeature(document, "response_types_supported", "code");
        requireFeature(document, "id_token_signing_alg_values_supported", "RS256");
        requireFeature(document, "token_endpoint_auth_methods_supported", "client_secret_basic");
    }

    private static void requireFeature(JsonNode document, String list, String value) {
        JsonNode values = document.path(list);
        boolean there = values.isMissingNode();
        for (JsonNode one : values) {
            there |= value.equals(one.asString(""));
        }
        if (!there) {
            throw Refusal.invalid(
                    "PROVIDER_LACKS",
                    "Cardloom needs "
                            + value
                            + " among the provider's "
                            + list
                            + ". Ask its administrator to allow it.");
        }
    }

    private static URI needed(JsonNode document, String name) {
        URI found = optional(document, name);
        if (found == null) {
            throw Refusal.invalid(
                    "PROVIDER_DOCUMENT",
                    "The provider's configuration names no " + name + ". Ask its administrator.");
        }
        return found;
    }

    private static @Nullable URI optional(JsonNode document, String name) {
        String text = document.path(name).asString("");
        return text.isEmpty() ? null : address(text);
    }

    private static Refusal slow(URI address) {
        return Refusal.invalid(
                "PROVIDER_SLOW",
                "%s did not answer within %d seconds. Try again, or check the address."
                        .formatted(address.getAuthority(), ProviderCalls.PATIENCE.toSeconds()));
    }

    private static Refusal unreachable(URI address) {
        return Refusal.invalid(
                "PROVIDER_UNREACHABLE",
                address.getAuthority()
                        + " cannot be reached, or its certificate is not trusted. Check the"
                        + " address, and try again.");
    }
}
