package io.cardloom.portal.signin;

import io.cardloom.connectors.registry.NetworkReach;
import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * How the portal talks to sign-in providers: within seconds, without redirects, to the hosts that a
 * tenant may name, and never longer than an answer of a provider can be. The embedded provider is
 * the operator's own and may be anywhere.
 */
@Component
class ProviderCalls implements ClientHttpRequestInterceptor {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Bytes of an answer at most. */
    static final int SIZE = 262_144;

    private final NetworkReach reach;
    private final ObjectProvider<EmbeddedProvider> embedded;
    private final ClientHttpRequestFactory requests = requests();

    ProviderCalls(NetworkReach reach, ObjectProvider<EmbeddedProvider> embedded) {
        this.reach = reach;
        this.embedded = embedded;
    }

    private static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .connectTimeout(PATIENCE)
                                .build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    /** For keys and claims. */
    RestTemplate answers() {
        RestTemplate calls = new RestTemplate(requests);
        calls.setInterceptors(List.of(this));
        calls.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return calls;
    }

    /** For exchanging a code for tokens (RFC 6749, 4.1.3). */
    RestClient tokens() {
        return RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(this)
                .configureMessageConverters(
                        converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        requireReach(request.getURI());
        return new Bounded(execution.execute(request, body));
    }

    private void requireReach(URI address) throws IOException {
        EmbeddedProvider provider = embedded.getIfAvailable();
        @Nullable String own = provider == null ? null : provider.issuer();
        if (own != null && isAt(address, URI.create(own))) {
            return;
        }
        try {
            reach.requireOpen(Objects.requireNonNull(address.getHost()));
        } catch (Refusal refusal) {
            throw new IOException(refusal.code(), refusal);
        }
    }

    private static boolean isAt(URI address, URI own) {
        return Objects.equals(address.getScheme(), own.getScheme())
                && Objects.equals(address.getAuthority(), own.getAuthority());
    }

    /** An answer that fails when it goes on for too long. */
    private record Bounded(ClientHttpResponse answer) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() throws IOException {
            return new Ending(answer.getBody());
        }

        @Override
        public void close() {
            answer.close();
        }
    }

    private static final class Ending extends FilterInputStream {

        private int left = SIZE;

        Ending(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                counted(1);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            counted(Math.max(0, some));
            return some;
        }

        private void counted(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("the provider's answer is too long");
            }
        }
    }
}
