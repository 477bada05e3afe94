package io.cardloom.portal.component;

import com.vaadin.flow.router.BeforeEnterEvent;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Optional;
import java.util.function.Function;

/** Reads the ids in an address. */
public final class Address {

    private Address() {}

    /**
     * The id in the address's part of this name.
     *
     * @throws Refusal not found, also when it is no id at all
     */
    public static <T> T id(
            BeforeEnterEvent event, String part, Function<String, T> form, String what) {
        return event.getRouteParameters()
                .get(part)
                .flatMap(value -> read(value, form))
                .orElseThrow(() -> Refusal.notFound(what));
    }

    /** The value of a query parameter; empty when it is not there or has not this form. */
    public static <T> Optional<T> query(
            BeforeEnterEvent event, String name, Function<String, T> form) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(name)
                .flatMap(value -> read(value, form));
    }

    private static <T> Optional<T> read(String value, Function<String, T> form) {
        try {
            return Optional.of(form.apply(value));
        } catch (IllegalArgumentException | Refusal notOne) {
            return Optional.empty();
        }
    }
}
