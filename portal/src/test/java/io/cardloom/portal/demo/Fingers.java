package io.cardloom.portal.demo;

import io.cardloom.portal.demo.EditorDesk.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openqa.selenium.interactions.Interaction;
import org.openqa.selenium.interactions.Pause;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;

/** What fingers, and pointers of other kinds, do in one browser. */
record Fingers(Browser browser) {

    /** A finger that goes from place to place, without a stop. */
    void swipe(Place... places) {
        PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
        Sequence way = down(finger, places[0], 0);
        for (Place place : List.of(places).subList(1, places.length)) {
            way.addAction(move(finger, place, 120));
        }
        browser.perform(way.addAction(finger.createPointerUp(0)));
    }

    void tap(Place place) {
        swipe(place);
    }

    void hold(Place place) {
        PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
        browser.perform(
                down(finger, place, 0)
                        .addAction(new Pause(finger, Duration.ofMillis(800)))
                        .addAction(finger.createPointerUp(0)));
    }

    /** Two fingers beside a place, drawn apart from one distance to another. */
    void pinch(Place middle, int from, int to) {
        List<Sequence> ways = new ArrayList<>();
        IntStream.of(-1, 1)
                .forEach(
                        side -> {
                            PointerInput finger =
                                    new PointerInput(PointerInput.Kind.TOUCH, "finger" + side);
                            ways.add(
                                    down(finger, middle.by(side * from, 0), 0)
                                            .addAction(move(finger, middle.by(side * to, 0), 200))
                                            .addAction(finger.createPointerUp(0)));
                        });
        browser.perform(ways.toArray(Sequence[]::new));
    }

    /** A pointer that goes from one place to another with a button pressed. */
    static Sequence pressed(
            PointerInput pointer, PointerInput.MouseButton button, Place from, Place to) {
        return down(pointer, from, button.asArg())
                .addAction(move(pointer, to, 100))
                .addAction(pointer.createPointerUp(button.asArg()));
    }

    private static Sequence down(PointerInput finger, Place place, int button) {
        return new Sequence(finger, 0)
                .addAction(move(finger, place, 0))
                .addAction(finger.createPointerDown(button));
    }

    private static Interaction move(PointerInput finger, Place place, int millis) {
        return finger.createPointerMove(
                Duration.ofMillis(millis), PointerInput.Origin.viewport(), place.x(), place.y());
    }
}
