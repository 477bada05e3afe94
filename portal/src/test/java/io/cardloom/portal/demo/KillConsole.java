package io.cardloom.portal.demo;

import jakarta.annotation.PostConstruct;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The wire to the process that is killed: a command a line on its standard input, each on a thread
 * of its own; answers and notices on its standard output. Ends with the process that holds the
 * other end.
 */
@Component
@Profile("kill")
class KillConsole {

    /** By which an answer or a notice is known among what the application logs. */
    static final String MARK = "kill> ";

    private final KillStage stage;
    private final KillPlaces places;

    KillConsole(KillStage stage, KillPlaces places) {
        this.stage = stage;
        this.places = places;
    }

    static void tell(String what) {
        System.out.println(MARK + what);
    }

    /** From the beginning, so that the process ends with its parent even while it starts. */
    @PostConstruct
    void open() {
        Thread listening = Thread.ofPlatform().name("kill-console").daemon().start(this::listen);
        tell("listening " + listening.threadId());
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        stage.allRuns().forEach(run -> places.know(run.id()));
        tell("ready " + stage.fingerprint());
    }

    private void listen() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null; ) {
                String[] words = line.split(" ", -1);
                Thread.ofPlatform().daemon().start(() -> answer(words));
            }
        } catch (IOException e) {
            tell("the wire broke: " + e);
        }
        System.exit(3);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong is the answer
    private void answer(String[] words) {
        try {
            tell("answer " + words[0] + " ok " + done(words));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(System.out);
            tell("answer " + words[0] + " failed " + e.toString().replace('\n', ' '));
        }
    }

    private String done(String[] words) throws IOException {
        return switch (words[1].toLowerCase(Locale.ROOT)) {
            case "wire" -> stage.wire(Integer.parseInt(words[2]));
            case "order" ->
                    stage.order(words[2], Integer.parseInt(words[3]), Long.parseLong(words[4]));
            case "schedule" -> stage.schedule(words[2], words[3]);
            case "arm" -> {
                places.arm(words[2], words[3] + " " + words[4]);
                yield "armed";
            }
            case "go" -> {
                places.go(words[2]);
                yield "gone";
            }
            case "release" -> stage.release(words[2]);
            case "finish" -> stage.finish(words[2]);
            case "operate" -> stage.operate();
            case "facts" -> stage.facts(java.nio.file.Path.of(words[2]));
            case "export" -> stage.export(java.nio.file.Path.of(words[2]));
            case "witness" -> stage.witness(java.nio.file.Path.of(words[2]));
            default -> throw new IllegalArgumentException("no such command: " + words[1]);
        };
    }
}
