package io.cardloom.portal.demo;

import io.cardloom.production.run.ProductionRun;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Prints a line's steps and their evidence as they come, with the time each step took. */
final class Telling {

    private final PrintStream out;
    private final long began = System.nanoTime();
    private int number;
    private String lastProgress = "";

    Telling(PrintStream out) {
        this.out = out;
    }

    void step(String name) {
        out.printf("%n%2d  %s  (at %.1f s)%n", ++number, name, seconds());
    }

    void fact(String what, Object value) {
        out.printf("      %-38s %s%n", what, value);
    }

    /** A word a state, and the counts as they grow. */
    void progress(ProductionRun run) {
        String now = run.state() + " " + run.good() + "/" + run.cards();
        boolean worth = run.good() % 100 == 0 || !now.startsWith(word(lastProgress));
        if (worth && !now.equals(lastProgress)) {
            out.printf("      … %s%n", now);
        }
        lastProgress = now;
    }

    double seconds() {
        return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static String word(String progress) {
        int end = progress.indexOf(' ');
        return end < 0 ? "-" : progress.substring(0, end);
    }
}
