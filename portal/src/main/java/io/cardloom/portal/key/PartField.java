package io.cardloom.portal.key;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;

/**
 * Where a custodian types her part of a key: masked, without a way to unmask it. It is no field of
 * the page's state: the browser sends what was typed once, with the press of the button, and
 * empties the field in the same moment; nothing ever comes back.
 */
final class PartField extends Composite<Div> {

    private static final String WIRE =
            """
            const input = this.querySelector('input');
            const tally = this.querySelector('small');
            const count = () => {
              const typed = input.value.replace(/[\\s-]/g, '').length;
              tally.textContent = typed + ' of ' + $0 + ' characters';
            };
            const send = () => {
              const typed = input.value;
              input.value = '';
              count();
              this.dispatchEvent(new CustomEvent('part', {detail: typed}));
            };
            input.addEventListener('input', count);
            input.addEventListener('keydown', e => { if (e.key === 'Enter') send(); });
            this.querySelector('vaadin-button').addEventListener('click', send);
            count();
            """;

    /**
     * @param characters how many hexadecimal characters a part has
     * @param entered is handed what was typed, to be wiped
     */
    PartField(int number, int characters, Consumer<char[]> entered) {
        String id = "key-part";
        Element label = new Element("label");
        label.setText("Part " + number + " of the key");
        label.setAttribute("for", id);
        Element input = new Element("input");
        input.setAttribute("id", id);
        input.setAttribute("type", "password");
        input.setAttribute("autocomplete", "off");
        input.setAttribute("spellcheck", "false");
        input.setAttribute("aria-describedby", id + "-tally");
        Element tally = new Element("small");
        tally.setAttribute("id", id + "-tally");
        Button enter = new Button("Enter it");
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div box = getContent();
        box.addClassName("cl-secret");
        box.getElement().appendChild(label, input, tally);
        box.add(enter);
        box.getElement()
                .addEventListener(
                        "part",
                        e ->
                                entered.accept(
                                        e.getEventData()
                                                .get("event.detail")
                                                .asString()
                                                .toCharArray()))
                .addEventData("event.detail");
        box.addAttachListener(e -> box.getElement().executeJs(WIRE, characters));
    }
}
