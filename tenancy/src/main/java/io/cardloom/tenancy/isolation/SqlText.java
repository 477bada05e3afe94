package io.cardloom.tenancy.isolation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One SQL statement, read just well enough to know which tenant tables it names and whether each is
 * bound to a tenant. In doubt it says no.
 */
final class SqlText {

    static final String COLUMN = "tenant_id";

    private static final Pattern TOKEN =
            Pattern.compile(
                    "'(?:[^'\\\\]|''|\\\\.)*'|\"(?:[^\"\\\\]|\"\"|\\\\.)*\"|`[^`]*`"
                            + "|/\\*.*?\\*/|--[^\\n]*|#[^\\n]*|[A-Za-z_][\\w$]*|\\d[\\w.]*|\\S",
                    Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[a-z_][\\w$]*");
    private static final Set<String> NOT_AN_ALIAS =
            Set.of(
                    "on",
                    "where",
                    "set",
                    "join",
                    "left",
                    "right",
                    "inner",
                    "cross",
                    "outer",
                    "natural",
                    "straight_join",
                    "group",
                    "order",
                    "having",
                    "limit",
                    "for",
                    "union",
                    "values",
                    "value",
                    "select",
                    "using",
                    "use",
                    "force",
                    "ignore",
                    "lock",
                    "partition",
                    "except",
                    "intersect",
                    "window",
                    "offset",
                    "fetch",
                    "returning");

    /** A tenant table where it stands in a statement. */
    private record Mention(String alias) {}

    private final List<String> tokens;
    private final List<Mention> mentions = new ArrayList<>();
    private final boolean filled;

    SqlText(String sql, Set<String> tenantTables) {
        this.tokens = tokens(sql);
        boolean allFilled = true;
        for (int i = 0; i < tokens.size(); i++) {
            if (tenantTables.contains(tokens.get(i)) && isTable(i)) {
                if (insertsInto(i)) {
                    allFilled &= columnsNameTenant(i + 1);
                } else {
                    mentions.add(new Mention(alias(i)));
                }
            }
        }
        this.filled = allFilled;
    }

    /**
     * Whether each tenant table in it is held to a tenant, by a predicate or an inserted column.
     */
    boolean isBound() {
        if (!filled) {
            return false;
        }
        if (mentions.isEmpty()) {
            return true;
        }
        Set<String> bound = new HashSet<>();
        int bare = bindings(bound);
        long unbound = mentions.stream().filter(m -> !bound.contains(m.alias())).count();
        return unbound == 0 || (unbound <= bare && mentions.size() == 1);
    }

    /** Aliases with a predicate on the tenant column; returns how many stand without an alias. */
    private int bindings(Set<String> bound) {
        int bare = 0;
        boolean inPredicate = false;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            inPredicate =
                    switch (token) {
                        case "where", "on", "having" -> true;
                        case "select", "set", "from", "order", "group" -> false;
                        default -> inPredicate;
                    };
            if (inPredicate && token.equals(COLUMN) && isHeld(i)) {
                if (at(i - 1).equals(".")) {
                    bound.add(at(i - 2));
                } else {
                    bare++;
                }
            }
        }
        return bare;
    }

    private boolean isHeld(int i) {
        int first = at(i - 1).equals(".") ? i - 2 : i;
        return at(i + 1).equals("=") || at(i + 1).equals("in") || endsEquality(first);
    }

    private boolean endsEquality(int first) {
        return at(first - 1).equals("=") && !Set.of("!", "<", ">").contains(at(first - 2));
    }

    /** A table, not a column or an alias that happens to be called alike. */
    private boolean isTable(int i) {
        String before = at(i - 1);
        if (before.equals(".")) {
            before = at(i - 3);
        }
        return switch (before) {
            case "from",
                    "join",
                    "into",
                    "update",
                    "table",
                    "ignore",
                    "low_priority",
                    "quick",
                    "straight_join",
                    "truncate",
                    "replace",
                    "insert",
                    "(",
                    "," ->
                    !at(i + 1).equals(".") && !at(i + 1).equals("(") || insertsInto(i);
            default -> false;
        };
    }

    private boolean insertsInto(int i) {
        String verb = tokens.getFirst();
        boolean inserting = verb.equals("insert") || verb.equals("replace");
        return inserting && tokens.indexOf(tokens.get(i)) == i;
    }

    private boolean columnsNameTenant(int i) {
        if (!at(i).equals("(")) {
            return false;
        }
        for (int j = i; j < tokens.size() && !at(j).equals(")"); j++) {
            if (at(j).equals(COLUMN)) {
                return true;
            }
        }
        return false;
    }

    private String alias(int table) {
        int next = at(table + 1).equals("as") ? table + 2 : table + 1;
        String candidate = at(next);
        return WORD.matcher(candidate).matches() && !NOT_AN_ALIAS.contains(candidate)
                ? candidate
                : tokens.get(table);
    }

    private String at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : "";
    }

    private static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String token = matcher.group();
            char first = token.charAt(0);
            boolean comment = token.startsWith("/*") || token.startsWith("--") || first == '#';
            if (first == '`') {
                tokens.add(token.substring(1, token.length() - 1).toLowerCase(Locale.ROOT));
            } else if (first == '\'' || first == '"') {
                tokens.add("?");
            } else if (!comment) {
                tokens.add(token.toLowerCase(Locale.ROOT));
            }
        }
        return tokens.isEmpty() ? List.of("") : tokens;
    }
}
