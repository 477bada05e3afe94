package io.cardloom.portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** Takes pictures of what one browser shows, for people to look at. */
final class Pictures {

    /** All four of each, by {@code -Dcardloom.pictures=all}; otherwise the two that are judged. */
    private static final boolean ALL = "all".equals(System.getProperty("cardloom.pictures"));

    /** Fonts are there, and what moves for a while has arrived. */
    private static final String AT_REST =
            """
            return document.fonts.ready
                .then(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
                .then(() => Promise.all(document.getAnimations()
                    .filter(one => one.effect.getComputedTiming().endTime < 5000)
                    .map(one => one.finished.catch(() => null))))
                .then(() => true);
            """;

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    Pictures(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Shows the page as to somebody who likes it light or dark, and at rest. */
    void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        driver.executeScript(AT_REST);
    }

    /**
     * Pictures of the page as it stands, wide and light, and narrow and dark; in neither does axe
     * find anything, and in neither does anything stand beyond the edge. Then, where somebody wants
     * to look at all, narrow and light, and wide and dark.
     */
    void take(Browser browser, String name) {
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            for (int width : List.of(1280, 390)) {
                boolean judged = (width == 390) == scheme.equals("dark");
                if (judged || ALL) {
                    size(width, width == 390 ? 844 : 900);
                    String view = name + "-" + width + "-" + scheme;
                    save(view);
                    if (judged) {
                        requireNothingCutOff(name, width);
                        Axe.requireNothing(browser, "html", view);
                    }
                }
            }
        }
        size(1280, 900);
    }

    /** Nothing may stand beyond the right edge but in a frame of its own that scrolls. */
    private void requireNothingCutOff(String name, int width) {
        @Nullable Object beyond =
                driver.executeScript(
                        """
                        const scrolls = e => e && e !== document.body
                            && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX)
                                || scrolls(e.parentElement));
                        return [...document.querySelectorAll('#content *')]
                            .filter(e => e.getBoundingClientRect().width > 0)
                            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                            .filter(e => !scrolls(e.parentElement))
                            .map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ');
                        """);
        if (beyond != null && !beyond.toString().isEmpty()) {
            save("cut-off-" + name + "-" + width);
            throw new AssertionError(name + " at " + width + " px: beyond the edge: " + beyond);
        }
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.manage().window().setSize(new Dimension(width, height));
        driver.executeScript(AT_REST);
    }

    void save(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
