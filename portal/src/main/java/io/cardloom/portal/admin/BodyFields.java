package io.cardloom.portal.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.portal.component.StateMark;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks what a card body is made of, how large it is, and how it is printed. */
final class BodyFields extends Div {

    private final Runnable changed;
    private final TextField name = new TextField("Name");
    private final TextField material = new TextField("Material");
    private final TextField color = new TextField("Body color");
    private final Select<Finish> finish = new Select<>();
    private final Span orientation = new Span();
    private final MillimeterField width;
    private final MillimeterField height;
    private final MillimeterField corner;
    private final Select<PrintMethod> method = new Select<>();
    private final IntegerField dpi = new IntegerField("Print resolution (dpi)");
    private final MillimeterField bleed;
    private final MillimeterField margin;
    private final IntegerField stock = new IntegerField("Blank cards in stock");

    /**
     * @param changed told when the person changed something
     * @param turn told which way the card is to be turned; true is clockwise
     */
    BodyFields(Runnable changed, Consumer<Boolean> turn) {
        this.changed = changed;
        width = new MillimeterField("Width", CardBody.ID1_WIDTH, changed);
        height = new MillimeterField("Height", CardBody.ID1_HEIGHT, changed);
        corner = new MillimeterField("Corner radius", CardBody.ID1_CORNER_RADIUS, changed);
        bleed = new MillimeterField("Bleed", 0, changed);
        margin = new MillimeterField("Safe margin", 0, changed);
        addClassName("cl-form");
        color.setPattern("#[0-9a-fA-F]{6}");
        color.setHelperText("Before print, as #rrggbb");
        finish.setLabel("Finish");
        finish.setItems(Finish.values());
        finish.setItemLabelGenerator(StateMark::words);
        method.setLabel("Print method");
        method.setItems(PrintMethod.values());
        method.setItemLabelGenerator(BodyWords::of);
        dpi.setMin(150);
        dpi.setMax(2_400);
        stock.setMin(0);
        for (TextField field : List.of(name, material, color)) {
            field.addValueChangeListener(e -> told(e.isFromClient()));
        }
        for (Select<?> field : List.of(finish, method)) {
            field.addValueChangeListener(e -> told(e.isFromClient()));
        }
        for (IntegerField field : List.of(dpi, stock)) {
            field.addValueChangeListener(e -> told(e.isFromClient()));
        }
        Div turns =
                new Div(
                        orientation,
                        new Button("Turn left", e -> turn.accept(false)),
                        new Button("Turn right", e -> turn.accept(true)));
        turns.addClassName("cl-another");
        add(name, material, pair(color, finish), turns, pair(width, height, corner, margin));
        add(pair(method, dpi, bleed, stock));
    }

    private static Div pair(com.vaadin.flow.component.Component... parts) {
        Div pair = new Div(parts);
        pair.addClassName("cl-measures");
        return pair;
    }

    private void told(boolean byPerson) {
        if (byPerson) {
            changed.run();
        }
    }

    void fill(CardBody body) {
        name.setValue(body.name());
        material.setValue(body.material());
        color.setValue(body.color());
        finish.setValue(body.finish());
        width.set(body.width());
        height.set(body.height());
        corner.set(body.cornerRadius());
        method.setValue(body.printMethod());
        dpi.setValue(body.dpi());
        bleed.set(body.bleed());
        margin.set(body.safeMargin());
        stock.setValue(Math.toIntExact(Math.min(Integer.MAX_VALUE, body.stock())));
        tell();
    }

    /** Says again how the card is held. */
    void tell() {
        orientation.setText(
                height.micrometers(0) > width.micrometers(0)
                        ? "Orientation: upright"
                        : "Orientation: lengthwise");
    }

    String color() {
        return color.getValue().strip();
    }

    Finish finish() {
        return finish.getValue();
    }

    /** Micrometers; 0 where nothing is written. */
    int width() {
        return width.micrometers(0);
    }

    /** Micrometers; 0 where nothing is written. */
    int height() {
        return height.micrometers(0);
    }

    /** Micrometers; 0 where nothing is written. */
    int corner() {
        return corner.micrometers(0);
    }

    /**
     * The card body as it is written.
     *
     * @param from what nobody is asked for here comes from
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CARD_BODY_...}
     */
    CardBody body(CardBody from, List<Zone> zones) {
        @Nullable Integer dots = dpi.getValue();
        @Nullable Integer count = stock.getValue();
        return new CardBody(
                from.id(),
                from.version(),
                name.getValue().strip(),
                material.getValue().strip(),
                color(),
                finish(),
                width(),
                height(),
                corner.micrometers(-1),
                bleed.micrometers(-1),
                margin.micrometers(-1),
                zones,
                method.getValue(),
                dots == null ? 0 : dots,
                count == null ? -1 : count);
    }
}
