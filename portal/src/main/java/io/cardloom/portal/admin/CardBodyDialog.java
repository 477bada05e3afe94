package io.cardloom.portal.admin;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.StateMark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configures a card body from a preset, or makes the next version of one. */
final class CardBodyDialog {

    private final CardBodies bodies;
    private final CurrentActor current;
    private final Runnable after;
    private final Select<CardBody> preset = new Select<>();
    private final TextField name = new TextField("Name");
    private final TextField material = new TextField("Material");
    private final TextField color = new TextField("Color of the unprinted body");
    private final Select<Finish> finish = new Select<>();
    private final IntegerField dpi = new IntegerField("Print resolution (dpi)");
    private final IntegerField stock = new IntegerField("Blank cards in stock");

    private final LineFields lines = new LineFields();

    CardBodyDialog(CardBodies bodies, CurrentActor current, Runnable after) {
        this.bodies = bodies;
        this.current = current;
        this.after = after;
        preset.setLabel("Start from");
        preset.setItemLabelGenerator(CardBody::name);
        preset.addValueChangeListener(e -> fill(e.getValue()));
        color.setPattern("#[0-9a-f]{6}");
        color.setHelperText("As #rrggbb in lower case");
        finish.setLabel("Finish");
        finish.setItems(Finish.values());
        finish.setItemLabelGenerator(StateMark::words);
        dpi.setMin(100);
        stock.setMin(0);
    }

    /**
     * @param known the card body to change; null for a new one
     */
    void ask(@Nullable CardBody known) {
        List<CardBody> start = known == null ? bodies.presets() : List.of(known);
        preset.setItems(start);
        preset.setVisible(known == null);
        preset.setValue(start.getFirst());
        new Ask(
                        known == null ? "Add a card body" : "Change " + known.name(),
                        known == null ? "Add" : "Keep as the next version",
                        () -> Attempt.to(this::keep))
                .saying("A version never changes. Designs keep the version they were frozen with.")
                .with(preset, name, material, color, finish, dpi, lines, stock)
                .open();
    }

    private void fill(CardBody body) {
        name.setValue(body.name());
        material.setValue(body.material());
        color.setValue(body.color());
        finish.setValue(body.finish());
        dpi.setValue(body.dpi());
        lines.fill(body);
        stock.setValue(Math.toIntExact(Math.min(Integer.MAX_VALUE, body.stock())));
    }

    private void keep() {
        CardBody from = preset.getValue();
        @Nullable Integer dots = dpi.getValue();
        @Nullable Integer count = stock.getValue();
        bodies.configure(
                current.actor(),
                new CardBody(
                        from.id(),
                        from.version(),
                        name.getValue().strip(),
                        material.getValue().strip(),
                        color.getValue().strip(),
                        finish.getValue(),
                        from.width(),
                        from.height(),
                        from.cornerRadius(),
                        from.bleed(),
                        from.safeMargin(),
                        lines.zones(),
                        from.printMethod(),
                        dots == null ? from.dpi() : dots,
                        count == null ? from.stock() : count));
        after.run();
        Notice.done("Kept as a new version.");
    }
}
