package io.cardloom.designer.asset.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The drawing's own style rules, laid onto its elements as attributes. Selectors by element, class
 * and id, and lists of them, are known; others are left out with a note.
 */
final class StyleSheet {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);
    private static final Pattern SIMPLE =
            Pattern.compile("(\\*|[A-Za-z][A-Za-z0-9]*)?((?:[.#][A-Za-z_-][A-Za-z0-9_-]*)*)");
    private static final Pattern PART = Pattern.compile("([.#])([A-Za-z_-][A-Za-z0-9_-]*)");
    private static final Pattern URL =
            Pattern.compile("url\\(\\s*[\"']?\\s*([^\"')\\s]?)", Pattern.CASE_INSENSITIVE);

    private final List<Rule> rules = new ArrayList<>();
    private final Notes notes;

    private record Rule(
            int weight,
            @Nullable String element,
            Set<String> classes,
            Set<String> ids,
            Map<String, String> declarations) {}

    StyleSheet(Notes notes) {
        this.notes = notes;
    }

    void add(String text) {
        String css = COMMENT.matcher(text).replaceAll(" ").replace("<!--", " ").replace("-->", " ");
        int at = 0;
        while (at < css.length()) {
            int open = css.indexOf('{', at);
            int semicolon = css.indexOf(';', at);
            String head = css.substring(at, open < 0 ? css.length() : open).strip();
            if (head.startsWith("@") && semicolon >= 0 && (open < 0 || semicolon < open)) {
                atRule(css.substring(at, semicolon));
                at = semicolon + 1;
                continue;
            }
            if (open < 0) {
                if (head.startsWith("@")) {
                    atRule(head);
                }
                return;
            }
            int close = end(css, open);
            if (head.startsWith("@")) {
                atRule(head);
            } else {
                rule(head, css.substring(open + 1, close));
            }
            at = close + 1;
        }
    }

    /** The place of the brace that closes the block; the end of the text when none does. */
    private static int end(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            char c = css.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return css.length();
    }

    private void atRule(String head) {
        String word = head.strip().toLowerCase(Locale.ROOT);
        if (word.startsWith("@import")) {
            throw Limits.external();
        }
        if (!word.startsWith("@font-face") && !word.startsWith("@charset")) {
            notes.add("Style rules for media, animations and the like were left out.");
        }
    }

    private void rule(String selectors, String block) {
        Map<String, String> declarations = declarations(block);
        for (String selector : selectors.split(",", -1)) {
            Matcher matcher = SIMPLE.matcher(selector.strip());
            if (selector.isBlank() || !matcher.matches()) {
                notes.add(
                        "Style rules with selectors other than element, class and id were left"
                                + " out.");
                continue;
            }
            if (rules.size() >= Limits.RULES) {
                throw Limits.tooManyElements();
            }
            rules.add(rule(matcher, declarations));
        }
    }

    private static Rule rule(Matcher selector, Map<String, String> declarations) {
        String element = selector.group(1);
        boolean any = element == null || "*".equals(element);
        Set<String> classes = new HashSet<>();
        Set<String> ids = new HashSet<>();
        Matcher parts = PART.matcher(selector.group(2));
        while (parts.find()) {
            (".".equals(parts.group(1)) ? classes : ids).add(parts.group(2));
        }
        int weight = ids.size() * 10_000 + classes.size() * 100 + (any ? 0 : 1);
        return new Rule(weight, any ? null : element, classes, ids, declarations);
    }

    /** Property by property; a reference to anything but this drawing is refused. */
    static Map<String, String> declarations(String block) {
        Matcher url = URL.matcher(block);
        while (url.find()) {
            if (!"#".equals(url.group(1))) {
                throw Limits.external();
            }
        }
        Map<String, String> declarations = new LinkedHashMap<>();
        for (String declaration : block.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration.substring(colon + 1).replace("!important", "").strip();
                declarations.put(
                        declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT), value);
            }
        }
        return declarations;
    }

    /** Attributes give way to rules, and rules to the element's own style (SVG 1.1, 6.4). */
    void apply(Node root) {
        rules.sort(Comparator.comparingInt(Rule::weight));
        lay(root);
    }

    private void lay(Node node) {
        String style = node.attributes.remove("style");
        String classes = node.attributes.remove("class");
        Set<String> own =
                classes == null ? Set.of() : Set.of(distinct(classes.strip().split("\\s+", -1)));
        for (Rule rule : rules) {
            boolean meant =
                    (rule.element() == null || rule.element().equals(node.name))
                            && own.containsAll(rule.classes())
                            && rule.ids().stream().allMatch(id -> id.equals(node.id));
            if (meant) {
                lay(node, rule.declarations());
            }
        }
        if (style != null) {
            lay(node, declarations(COMMENT.matcher(style).replaceAll(" ")));
        }
        node.children.forEach(this::lay);
    }

    private static String[] distinct(String[] words) {
        return Set.copyOf(List.of(words)).toArray(String[]::new);
    }

    private static void lay(Node node, Map<String, String> declarations) {
        declarations.forEach(
                (property, value) -> {
                    if (Presentation.isProperty(property)) {
                        node.attributes.put(property, value);
                    } else {
                        node.attributes.put("css:" + property, value);
                    }
                });
    }
}
