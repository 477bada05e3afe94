package io.cardloom.portal.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.LineMaking;
import io.cardloom.designer.cardbody.LineMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks of each line of a card body how it is made. */
final class LineFields extends Div {

    private static final double MICROMETERS = 1_000;

    private final List<Row> rows = new ArrayList<>();

    /** A zone, and what is asked about its lines; null for a zone that has none. */
    private record Row(Zone zone, @Nullable Fields fields) {}

    private record Fields(
            Select<LineMethod> method, NumberField pitch, NumberField height, IntegerField rows) {}

    LineFields() {
        addClassName("cl-form");
    }

    /** Asks about the lines of this body. */
    void fill(CardBody body) {
        removeAll();
        rows.clear();
        for (Zone zone : body.zones()) {
            rows.add(new Row(zone, zone.kind().isLine() ? ask(zone) : null));
        }
    }

    /**
     * The zones with their lines made as was chosen.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CARD_BODY_LINE}
     */
    List<Zone> zones() {
        return rows.stream().map(LineFields::made).toList();
    }

    private Fields ask(Zone zone) {
        String line =
                (zone.kind() == ZoneKind.PAN_LINE ? "Number line" : "Name lines")
                        + ", "
                        + zone.face().word();
        Select<LineMethod> method = new Select<>();
        method.setLabel(line);
        method.setItems(LineMethod.values());
        method.setItemLabelGenerator(LineFields::words);
        LineMaking usual =
                zone.line().method().isStruck()
                        ? zone.line()
                        : zone.kind() == ZoneKind.PAN_LINE
                                ? LineMaking.EMBOSSED_NUMBER
                                : LineMaking.EMBOSSED_NAMES;
        NumberField pitch = millimeters(line + ": pitch (mm)", usual.pitch());
        NumberField height = millimeters(line + ": letter height (mm)", usual.letterHeight());
        IntegerField count = new IntegerField(line + ": rows");
        count.setMin(1);
        count.setMax(6);
        count.setStepButtonsVisible(true);
        count.setValue(usual.rows());
        Fields fields = new Fields(method, pitch, height, count);
        method.addValueChangeListener(e -> show(fields));
        method.setValue(zone.line().method());
        show(fields);
        add(method, pitch, height, count);
        return fields;
    }

    private static void show(Fields fields) {
        boolean struck = fields.method().getValue().isStruck();
        fields.pitch().setVisible(struck);
        fields.height().setVisible(struck);
        fields.rows().setVisible(struck);
    }

    private static NumberField millimeters(String label, int micrometers) {
        NumberField field = new NumberField(label);
        field.setStep(0.01);
        field.setValue(micrometers / MICROMETERS);
        return field;
    }

    private static Zone made(Row row) {
        Fields fields = row.fields();
        if (fields == null) {
            return row.zone();
        }
        LineMethod method = fields.method().getValue();
        @Nullable Integer count = fields.rows().getValue();
        return row.zone()
                .made(
                        method.isStruck()
                                ? new LineMaking(
                                        method,
                                        micrometers(fields.pitch()),
                                        micrometers(fields.height()),
                                        count == null ? 0 : count)
                                : LineMaking.of(method));
    }

    private static int micrometers(NumberField field) {
        @Nullable Double millimeters = field.getValue();
        return millimeters == null ? 0 : (int) Math.round(millimeters * MICROMETERS);
    }

    private static String words(LineMethod method) {
        String words = method.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
