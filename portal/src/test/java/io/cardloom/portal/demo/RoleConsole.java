package io.cardloom.portal.demo;

import jakarta.annotation.PostConstruct;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The wire to a process of one role: a command a line on its input, the answer on its output. */
@Component
@Profile("roles")
class RoleConsole {

    private final RoleStage stage;
    private final WebServerApplicationContext context;

    RoleConsole(RoleStage stage, WebServerApplicationContext context) {
        this.stage = stage;
        this.context = context;
    }

    @PostConstruct
    void open() {
        Thread listening = Thread.ofPlatform().name("role-console").daemon().start(this::listen);
        KillConsole.tell("listening " + listening.threadId());
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        int port = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
        KillConsole.tell("ready " + port);
    }

    private void listen() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null; ) {
                String[] words = line.split(" ", -1);
                Thread.ofPlatform().daemon().start(() -> answer(words));
            }
        } catch (IOException e) {
            KillConsole.tell("the wire broke: " + e);
        }
        System.exit(3);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong is the answer
    private void answer(String[] words) {
        try {
            KillConsole.tell("answer " + words[0] + " ok " + stage.done(words));
        } catch (Exception e) {
            e.printStackTrace(System.out);
            KillConsole.tell("answer " + words[0] + " failed " + e.toString().replace('\n', ' '));
        }
    }
}
