package io.cardloom.portal.admin;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.feature.Features;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;

/** Switches on and off what designers and partners find in the editor of a program's designs. */
final class FeatureDialog {

    private FeatureDialog() {}

    static void open(Actor actor, Features features, Program program, Runnable after) {
        CheckboxGroup<Feature> on = new CheckboxGroup<>("The editor offers");
        on.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        on.setItems(Feature.values());
        on.setItemLabelGenerator(Feature::title);
        on.setRenderer(new ComponentRenderer<>(FeatureDialog::named));
        on.setValue(features.on(actor, program.id()));
        new Ask(
                        "Features of " + program.name(),
                        "Switch",
                        () ->
                                Attempt.to(
                                        () -> {
                                            features.set(actor, program.id(), on.getValue());
                                            after.run();
                                        }))
                .saying(
                        "What is off is not offered and is refused, to your own people too. What"
                                + " designs show already stays.")
                .with(on)
                .open();
    }

    private static Div named(Feature feature) {
        Span words = new Span(feature.words());
        words.getStyle()
                .set("color", "var(--cl-ink-soft)")
                .set("font-size", "var(--cl-text-s)")
                .set("font-weight", "400");
        Div both = new Div(new Span(feature.title()), words);
        both.getStyle().set("display", "grid");
        return both;
    }
}
