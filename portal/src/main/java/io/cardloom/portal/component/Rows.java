package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;

/** A list in which each row is a link, or a line of facts. */
public final class Rows extends UnorderedList {

    private final String columns;

    /** A name and something after it. */
    public Rows() {
        this("minmax(0, 1fr) auto");
    }

    /**
     * @param columns the grid's columns where there is room; on a phone a row is a name and a state
     */
    public Rows(String columns) {
        this.columns = columns;
        addClassName("cl-rows");
    }

    public Rows link(String path, Component... cells) {
        Anchor row = new Anchor(path, cells);
        return row(row);
    }

    public Rows line(Component... cells) {
        return row(new Div(cells));
    }

    private Rows row(com.vaadin.flow.component.HtmlContainer row) {
        row.addClassName("cl-row");
        row.getStyle().set("--cl-row", columns);
        add(new ListItem(row));
        return this;
    }

    /** A name with a small line below it. */
    public static Div name(String name, String below) {
        Div cell = new Div(new Span(name));
        cell.addClassName("cl-row-name");
        if (!below.isEmpty()) {
            Element small = new Element("small");
            small.setText(below);
            cell.getElement().appendChild(small);
        }
        return cell;
    }

    /** A cell that a phone leaves out. */
    public static Span wide(String text) {
        Span cell = new Span(text);
        cell.getElement().setAttribute("data-wide", "");
        return cell;
    }

    /** A number, right aligned. */
    public static Span number(String text) {
        Span cell = wide(text);
        cell.addClassName("cl-number");
        return cell;
    }
}
