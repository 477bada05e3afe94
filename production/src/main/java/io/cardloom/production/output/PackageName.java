package io.cardloom.production.output;

import io.cardloom.production.RunId;
import java.util.regex.Pattern;

/**
 * Names a package by its run and its content: {@code run_...-} and the first 32 hexadecimal digits
 * of a SHA-256 over its files. The same run prepared again has the same name; other content has
 * another one. Safe as a file name.
 */
public record PackageName(String value) {

    private static final Pattern FORM =
            Pattern.compile("(run_[0-9A-HJKMNP-TV-Z]{26})-[0-9a-f]{32}");

    public PackageName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a package name");
        }
    }

    public static PackageName of(RunId run, String sha256) {
        return new PackageName(run + "-" + sha256.substring(0, 32));
    }

    public RunId run() {
        return new RunId(value.substring(0, value.indexOf('-')));
    }

    @Override
    public String toString() {
        return value;
    }
}
