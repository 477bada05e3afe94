package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One page of a long list at a time, fetched from a door. */
public final class PagedList<T> extends Div {

    /** Fetches part of the list. */
    @FunctionalInterface
    public interface Source<T> {
        List<T> page(int offset, int limit);
    }

    private final Source<T> source;
    private final LongSupplier count;
    private final Function<List<T>, Component> drawing;
    private final Supplier<Component> nothing;
    private final int size;
    private int offset;

    /**
     * @param drawing of one page that is not empty
     * @param nothing what stands there when the list is empty
     * @param size of a page, 1 to 100
     */
    public PagedList(
            Source<T> source,
            LongSupplier count,
            Function<List<T>, Component> drawing,
            Supplier<Component> nothing,
            int size) {
        this.source = source;
        this.count = count;
        this.drawing = drawing;
        this.nothing = nothing;
        this.size = size;
        draw();
    }

    /** From the beginning, as after a new search. */
    public void restart() {
        offset = 0;
        draw();
    }

    /** The same page again, as it is now. */
    public void draw() {
        removeAll();
        long total = count.getAsLong();
        while (offset > 0 && offset >= total) {
            offset -= size;
        }
        List<T> page = total == 0 ? List.of() : source.page(offset, size);
        if (page.isEmpty()) {
            add(nothing.get());
            return;
        }
        add(drawing.apply(page));
        if (total > size) {
            add(pager(total, page.size()));
        }
    }

    private Component pager(long total, int shown) {
        Span place =
                new Span(
                        Reading.number(offset + 1L)
                                + " to "
                                + Reading.number(offset + (long) shown)
                                + " of "
                                + Reading.number(total));
        place.getElement().setAttribute("aria-live", "polite");
        Button back = new Button("Back", e -> turn(-size));
        back.setEnabled(offset > 0);
        Button on = new Button("Next", e -> turn(size));
        on.setEnabled(offset + size < total);
        Div turning = new Div(back, on);
        turning.addClassName("cl-actions");
        Div pager = new Div(place, turning);
        pager.addClassName("cl-pager");
        return pager;
    }

    private void turn(int by) {
        offset = Math.max(0, offset + by);
        draw();
    }
}
