package io.cardloom.portal.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.cardloom.designer.cardbody.LineMaking;
import io.cardloom.designer.cardbody.LineMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import org.jspecify.annotations.Nullable;

/** Asks how the lines of a zone are made. */
final class LineFields extends Div {

    private final Select<LineMethod> method = new Select<>();
    private final MillimeterField pitch;
    private final MillimeterField height;
    private final IntegerField rows;

    /**
     * @param changed told when the person chose or wrote something else
     */
    LineFields(Zone zone, Runnable changed) {
        addClassName("cl-form");
        LineMaking usual = zone.line().method().isStruck() ? zone.line() : usual(zone.kind());
        method.setLabel(label(zone.kind()));
        method.setItems(LineMethod.values());
        method.setItemLabelGenerator(LineFields::words);
        pitch = new MillimeterField("Pitch", usual.pitch(), changed);
        height = new MillimeterField("Letter height", usual.letterHeight(), changed);
        rows = new IntegerField("Rows");
        rows.setMin(1);
        rows.setMax(6);
        rows.setStepButtonsVisible(true);
        rows.setValue(usual.rows());
        rows.addValueChangeListener(e -> changed.run());
        method.setValue(zone.line().method());
        method.addValueChangeListener(
                e -> {
                    show();
                    changed.run();
                });
        Div measures = new Div(pitch, height, rows);
        measures.addClassName("cl-measures");
        show();
        add(method, measures);
    }

    private static LineMaking usual(ZoneKind kind) {
        return switch (kind) {
            case PAN_LINE -> LineMaking.EMBOSSED_NUMBER;
            case CODE_LINE -> LineMaking.INDENTED_CODE;
            default -> LineMaking.EMBOSSED_NAMES;
        };
    }

    private static String label(ZoneKind kind) {
        return switch (kind) {
            case PAN_LINE -> "How the number is made";
            case CODE_LINE -> "How the code is made";
            default -> "How the lines are made";
        };
    }

    /**
     * How they are made.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CARD_BODY_LINE}
     */
    LineMaking making() {
        LineMethod how = method.getValue();
        @Nullable Integer count = rows.getValue();
        return how.isStruck()
                ? new LineMaking(
                        how, pitch.micrometers(0), height.micrometers(0), count == null ? 0 : count)
                : LineMaking.of(how);
    }

    private void show() {
        boolean struck = method.getValue().isStruck();
        pitch.setVisible(struck);
        height.setVisible(struck);
        rows.setVisible(struck);
    }

    private static String words(LineMethod method) {
        String words = method.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
