package io.cardloom.production.role;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.Locale;
import org.springframework.core.env.Environment;

/**
 * What this process is for ({@code cardloom.role}): one that does everything, or two kinds that
 * share a database, of which only the second can open account data. Helps to meet PCI Card
 * Production, Logical, 4.2: nothing is decrypted on a network that faces the Internet.
 */
public enum ProcessRole {
    /** Pages and keys in one process. */
    ALL,
    /** Pages, without a key that opens account data. */
    WEB,
    /** Keys and the work that needs them, without pages. */
    WORKER;

    /** The setting that says it; {@code all} when it is not set. */
    public static final String SETTING = "cardloom.role";

    /**
     * What the environment says.
     *
     * @throws IllegalStateException for a word that is no role; the process does not start then
     */
    public static ProcessRole of(Environment environment) {
        String word = environment.getProperty(SETTING, "all");
        try {
            return valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(SETTING + " is all, web or worker");
        }
    }

    /** Whether keys that open account data may be in this process. */
    public boolean holdsKeys() {
        return this != WEB;
    }

    /** Whether people are served here. */
    public boolean servesPages() {
        return this != WORKER;
    }

    /**
     * Called before a key is touched.
     *
     * @throws Refusal {@code KEYS_ELSEWHERE} (conflict) in a process that holds none; a retry helps
     *     in another process only
     */
    public void requireKeys() {
        if (!holdsKeys()) {
            throw keysElsewhere();
        }
    }

    /** What a process without keys says when it is asked to use one. */
    public static Refusal keysElsewhere() {
        return Refusal.conflict(
                "KEYS_ELSEWHERE",
                "This process serves pages and holds no keys. Key ceremonies and whatever else"
                        + " needs a key at once are done at the portal inside the protected"
                        + " network.");
    }
}
