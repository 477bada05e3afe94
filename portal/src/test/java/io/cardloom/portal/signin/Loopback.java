package io.cardloom.portal.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cardloom.connectors.registry.NetworkReach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A web server on a free port of this machine, and the portal's calls to it. */
final class Loopback implements AutoCloseable {

    /** What the server does with a request. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Loopback() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(hands);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void on(String path, Answer answer) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        answer.give(exchange);
                    }
                });
    }

    static Answer json(String text) {
        return exchange -> send(exchange, 200, text);
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** As a demo reaches, or as a server does. */
    static NetworkReach reach(boolean demo) {
        return bean(demo, NetworkReach.class);
    }

    static <T> T bean(boolean demo, Class<T> type) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("cardloom.demo", demo)));
        context.register(NetworkReach.class, ProviderCalls.class);
        context.refresh();
        return context.getBean(type);
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
