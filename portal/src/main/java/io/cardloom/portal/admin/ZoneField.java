package io.cardloom.portal.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.LineMaking;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.StateMark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One zone: folded it says where it lies, unfolded it asks. */
final class ZoneField extends Details {

    private final Zone from;
    private final Span number = new Span();
    private final Span place = new Span();
    private final Select<Face> face = new Select<>();
    private final MillimeterField x;
    private final MillimeterField y;
    private final MillimeterField width;
    private final MillimeterField height;
    private final Checkbox clear = new Checkbox("Nothing may be printed here");
    private final @Nullable LineFields lines;

    /**
     * @param changed told when the person changed something or unfolded it
     * @param remove told when the person wants it gone
     */
    ZoneField(Zone zone, Runnable changed, Runnable remove) {
        from = zone;
        x = new MillimeterField("From left", zone.x(), changed);
        y = new MillimeterField("From top", zone.y(), changed);
        width = new MillimeterField("Width", zone.width(), changed);
        height = new MillimeterField("Height", zone.height(), changed);
        lines = zone.kind().isLine() ? new LineFields(zone, changed) : null;
        face.setLabel("Side");
        face.setItems(Face.values());
        face.setItemLabelGenerator(StateMark::words);
        face.setValue(zone.face());
        face.addValueChangeListener(e -> changed.run());
        clear.setValue(zone.keepClear());
        clear.addValueChangeListener(e -> changed.run());
        Button gone = new Button("Remove this zone", e -> remove.run());
        gone.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        Div measures = new Div(x, y, width, height);
        measures.addClassName("cl-measures");
        Div form = new Div(face, measures, clear);
        form.addClassName("cl-form");
        if (lines != null) {
            form.add(lines);
        }
        form.add(gone);
        Div summary = new Div(number, new Div(new Span(BodyWords.of(zone.kind())), place));
        summary.addClassName("cl-zone-head");
        place.addClassNames("cl-soft", "cl-small");
        setSummary(summary);
        add(form);
        addClassName("cl-zone-field");
        addOpenedChangeListener(e -> changed.run());
    }

    /**
     * Says where it lies now, and what it is called in the picture.
     *
     * @param count from 1
     */
    void tell(int count) {
        number.setText(Integer.toString(count));
        List<MillimeterField> asked = List.of(x, y, width, height);
        for (MillimeterField field : asked) {
            field.setAriaLabel(field.getLabel() + ", zone " + count);
        }
        Zone now = place();
        place.setText(
                "%s, %s × %s mm at %s, %s"
                        .formatted(
                                StateMark.words(now.face()),
                                Reading.millimeters(now.width()),
                                Reading.millimeters(now.height()),
                                Reading.millimeters(now.x()),
                                Reading.millimeters(now.y())));
    }

    /** Where it lies as it is written, whether that fits or not. */
    Zone place() {
        return new Zone(
                from.kind(),
                face.getValue(),
                x.micrometers(-1),
                y.micrometers(-1),
                width.micrometers(0),
                height.micrometers(0),
                clear.getValue(),
                LineMaking.FLAT);
    }

    /**
     * The zone as it is written.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CARD_BODY_LINE}
     */
    Zone zone() {
        return lines == null ? place() : place().made(lines.making());
    }
}
