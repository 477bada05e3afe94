package io.cardloom.portal.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** {@code ./cardloom line}: drives the line once and ends, with 0 only if every step held. */
@Component
@Profile("line")
class LineStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LineStart.class);

    private final Line line;
    private final World world;
    private final ApplicationContext context;
    private final int cards;
    private final int encoded;

    LineStart(
            Line line,
            World world,
            ApplicationContext context,
            @Value("${cardloom.line.cards:1000}") int cards,
            @Value("${cardloom.line.encoded:25}") int encoded) {
        this.line = line;
        this.world = world;
        this.context = context;
        this.cards = cards;
        this.encoded = encoded;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = drive();
        Thread.ofPlatform()
                .name("the-end")
                .start(() -> System.exit(SpringApplication.exit(context, () -> code)));
    }

    private int drive() {
        Telling telling = new Telling(System.out);
        if (world.isFounded()) {
            System.out.println("The data folder holds a world already; give the line a new one.");
            return 2;
        }
        try {
            line.drive(cards, encoded, telling);
            System.out.printf(
                    "%nThe line held: %d cards to the bureau and %d on the encoder in %.1f s.%n",
                    cards, encoded, telling.seconds());
            return 0;
        } catch (RuntimeException e) {
            System.out.printf("%nThe line broke after %.1f s: %s%n", telling.seconds(), e);
            LOG.error("The line broke", e);
            return 1;
        }
    }
}
