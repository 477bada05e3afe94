package io.cardloom.portal.component;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a door for something and shows its refusal, if it refuses. */
public final class Attempt {

    private Attempt() {}

    /** True when it was done. */
    public static boolean to(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal refusal) {
            Notice.refused(refusal);
            return false;
        }
    }

    /** The answer, or what stands in for it where the actor may not ask or there is none. */
    public static <T extends @Nullable Object> T or(T instead, Supplier<T> question) {
        try {
            return question.get();
        } catch (Refusal refusal) {
            return instead;
        }
    }
}
