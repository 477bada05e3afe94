package io.cardloom.portal.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Asks which zones a card body has, and where each lies. */
final class ZoneFields extends Div {

    /** A zone that was taken away, and where it stood among the others. */
    private record Gone(ZoneField field, int place) {}

    private final Runnable changed;
    private final Div list = new Div();
    private final Paragraph none =
            new Paragraph("No zones: the whole card may be printed on, on both sides.");
    private final List<ZoneField> fields = new ArrayList<>();
    private final Deque<Gone> gone = new ArrayDeque<>();
    private final Button back = new Button("Put the removed zone back", e -> putBack());
    private final Select<ZoneKind> kind = new Select<>();
    private boolean upright;

    /**
     * @param changed told when the person changed, added, removed or unfolded a zone
     */
    ZoneFields(Runnable changed) {
        this.changed = changed;
        addClassName("cl-form");
        none.addClassName("cl-soft");
        kind.setLabel("Another zone");
        kind.setItems(ZoneKind.values());
        kind.setItemLabelGenerator(BodyWords::of);
        kind.setValue(ZoneKind.CHIP);
        Div another = new Div(kind, new Button("Add the zone", e -> add()), back);
        another.addClassName("cl-another");
        add(none, list, another);
    }

    /** Asks about the zones of this body; what was removed before is forgotten. */
    void fill(CardBody body) {
        upright = body.isUpright();
        fields.clear();
        gone.clear();
        body.zones().forEach(zone -> fields.add(field(zone)));
        show();
    }

    /**
     * The zones as they are written.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code CARD_BODY_LINE}
     */
    List<Zone> zones() {
        return fields.stream().map(ZoneField::zone).toList();
    }

    /** Where they lie as it is written, whether that fits or not. */
    List<Zone> places() {
        return fields.stream().map(ZoneField::place).toList();
    }

    /** Whether this zone, counted from 0, is unfolded. */
    boolean isOpen(int index) {
        return fields.get(index).isOpened();
    }

    /** Says again where each lies. */
    void tell() {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).tell(i + 1);
        }
    }

    private ZoneField field(Zone zone) {
        ZoneField[] self = new ZoneField[1];
        self[0] = new ZoneField(zone, changed, () -> remove(self[0]));
        return self[0];
    }

    private void add() {
        Zone usual = CardBodies.usual(kind.getValue());
        ZoneField added =
                field(
                        upright
                                ? usual.turned(CardBody.ID1_WIDTH, CardBody.ID1_HEIGHT, true)
                                : usual);
        fields.forEach(field -> field.setOpened(false));
        added.setOpened(true);
        fields.add(added);
        show();
        changed.run();
    }

    private void remove(ZoneField field) {
        gone.push(new Gone(field, fields.indexOf(field)));
        fields.remove(field);
        show();
        changed.run();
    }

    private void putBack() {
        Gone last = gone.pop();
        fields.add(Math.min(last.place(), fields.size()), last.field());
        show();
        changed.run();
    }

    private void show() {
        list.removeAll();
        fields.forEach(list::add);
        none.setVisible(fields.isEmpty());
        back.setVisible(!gone.isEmpty());
        tell();
    }
}
