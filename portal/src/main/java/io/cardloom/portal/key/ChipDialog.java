package io.cardloom.portal.key;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.production.chip.AuthorityAnswer;
import io.cardloom.production.chip.ProgramChips;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import org.springframework.stereotype.Component;

/** Asks for a program's profile and for what the authority sent, and for the issuer's next key. */
@Component
class ChipDialog {

    /** Of the longest key that EMV has, with room for blanks. */
    private static final int MOST_CHARACTERS = 1_000;

    private final ProgramChips chips;

    ChipDialog(ProgramChips chips) {
        this.chips = chips;
    }

    void ask(Actor actor, Program program, Runnable after) {
        Select<String> profile = new Select<>();
        profile.setLabel("Profile");
        profile.setItems(chips.profiles());
        profile.setValue(chips.profiles().getFirst());
        TextField index = new TextField("Index of the authority's key");
        index.setMaxLength(2);
        index.setPlaceholder("F1");
        TextArea modulus = digits("Authority's public key, modulus");
        Select<Integer> exponent = new Select<>();
        exponent.setLabel("Its exponent");
        exponent.setItems(3, 65_537);
        exponent.setItemLabelGenerator(Object::toString);
        exponent.setValue(3);
        TextArea certificate = digits("Your certificate, tag 90");
        TextArea remainder = digits("Remainder of your key, tag 92");
        remainder.setHelperText("Left empty when the authority sent none");
        new Ask(
                        "Chip of " + program.name(),
                        "Set it up",
                        () ->
                                Attempt.to(
                                        () -> {
                                            chips.setUp(
                                                    actor,
                                                    program.id(),
                                                    profile.getValue(),
                                                    new AuthorityAnswer(
                                                            index.getValue(),
                                                            modulus.getValue(),
                                                            exponent.getValue(),
                                                            certificate.getValue(),
                                                            remainder.getValue()));
                                            after.run();
                                            Notice.done("The next runs are made with this chip.");
                                        }))
                .saying(
                        "All in hexadecimal digits, as the authority sent it. The certificate is"
                                + " checked with the authority's key before anything is kept.")
                .with(profile, index, modulus, exponent, certificate, remainder)
                .open();
    }

    /** Makes the issuer's next key. */
    void next(Actor actor, Runnable after) {
        Select<Integer> bits = new Select<>();
        bits.setLabel("Bits of its modulus");
        bits.setItems(chips.issuerKeyBits());
        bits.setItemLabelGenerator(Object::toString);
        bits.setValue(chips.issuerKeyBits().getLast());
        bits.setHelperText("As the authority certifies them: its own key is at least as long");
        new Ask(
                        "Make your next key?",
                        "Make it",
                        () ->
                                Attempt.to(
                                        () -> {
                                            chips.makeIssuerKey(actor, bits.getValue());
                                            after.run();
                                            Notice.done("Have its public half certified.");
                                        }))
                .saying(
                        "Programs go on with the key that their certificate is for. Each goes over"
                                + " when it is set up with a certificate for the next one.")
                .with(bits)
                .open();
    }

    private static TextArea digits(String label) {
        TextArea area = new TextArea(label);
        area.setMaxLength(MOST_CHARACTERS);
        area.addClassName("cl-mono");
        return area;
    }
}
