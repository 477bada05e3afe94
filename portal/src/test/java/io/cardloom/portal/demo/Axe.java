package io.cardloom.portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at a page as axe-core does, with every rule it has; none is switched off. */
final class Axe {

    private static final Path FILE = Path.of("node_modules", "axe-core", "axe.min.js");

    private static final String LOADED = "return typeof axe === 'object'";

    /** What it finds in a part of the page, a line each. */
    private static final String FINDINGS =
            """
            return axe.run(arguments[0], {resultTypes: ['violations']}).then(found =>
                (found.passes.length < 12 ? 'axe looked at next to nothing ' : '') + found.violations.map(one => one.id + ': ' + one.help + ' '
                    + one.nodes.slice(0, 4).map(node => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' | '))
                .join('\\n'));
            """;

    private Axe() {}

    /**
     * @param part a selector
     * @param where says in which state the page is
     */
    static void requireNothing(Browser browser, String part, String where) {
        if (!(boolean) browser.script(LOADED)) {
            browser.script(source());
        }
        Object found = browser.script(FINDINGS, part);
        if (!found.toString().isEmpty()) {
            throw new AssertionError("axe finds, " + where + ":\n" + found);
        }
    }

    private static String source() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
