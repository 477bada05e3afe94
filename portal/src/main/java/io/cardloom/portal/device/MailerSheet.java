package io.cardloom.portal.device;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.select.Select;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import java.util.List;
import java.util.Optional;

/** Whether a program's runs make PIN mailers, what their file holds and which key they need. */
final class MailerSheet {

    private static final String TITLE = "PIN mailers";

    private final PinMailers mailers;
    private final Actor actor;
    private final Program program;
    private final Runnable changed;

    /**
     * @param changed is run after a change
     */
    MailerSheet(PinMailers mailers, Actor actor, Program program, Runnable changed) {
        this.mailers = mailers;
        this.actor = actor;
        this.program = program;
        this.changed = changed;
    }

    Sheet sheet() {
        Optional<MailerBlock> block = mailers.get(actor, program.id());
        Sheet sheet =
                block.map(b -> new Sheet(TITLE, Sheet.body(facts(b))))
                        .orElseGet(
                                () ->
                                        new Sheet(
                                                TITLE,
                                                new EmptyState(
                                                                "No PIN mailers",
                                                                "Runs of this program make no file"
                                                                        + " for a printer of PINs.")
                                                        .small()));
        if (actor.may(Permission.ADMINISTER)) {
            Button change = new Button("Change", e -> ask(block));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            change.setAriaLabel("Change PIN mailers of " + program.name());
            sheet.doing(change);
        }
        return sheet;
    }

    private static Facts facts(MailerBlock block) {
        return new Facts()
                .fact("File", TrackSheet.mono("pin-mailers.csv"))
                .fact(
                        "Holds",
                        "Name, masked number, the list's own fields and the card's PIN, encrypted."
                                + " Nobody reads a PIN before the mailer is printed.")
                .fact("PIN block", "ISO 9564-1 " + words(block))
                .fact(
                        "Key",
                        "The active PIN encryption key (P0), "
                                + (block == MailerBlock.ISO_4 ? "AES" : "triple DES")
                                + ". The mailer's printer needs the same one, by a key block.");
    }

    private static String words(MailerBlock block) {
        return block == MailerBlock.ISO_4 ? "format 4, AES" : "format 0, triple DES";
    }

    private void ask(Optional<MailerBlock> now) {
        Select<Optional<MailerBlock>> choice = new Select<>();
        choice.setLabel("PIN block");
        choice.setItems(
                List.of(
                        Optional.empty(),
                        Optional.of(MailerBlock.ISO_0),
                        Optional.of(MailerBlock.ISO_4)));
        choice.setItemLabelGenerator(
                block -> block.map(b -> "ISO 9564-1 " + words(b)).orElse("No PIN mailers"));
        choice.setValue(now);
        choice.setHelperText("As the active PIN encryption key and the printer have it.");
        new Ask(
                        "PIN mailers of " + program.name(),
                        "Save",
                        () ->
                                Attempt.to(
                                        () -> {
                                            save(choice.getValue());
                                            changed.run();
                                        }))
                .saying(
                        "Each run gets a file with the PIN of each card, encrypted under the PIN"
                                + " encryption key (P0) that custodians activated. Without that"
                                + " key a run is held. Runs that are prepared stay as they are.")
                .with(choice)
                .open();
    }

    private void save(Optional<MailerBlock> block) {
        block.ifPresentOrElse(
                b -> mailers.switchOn(actor, program.id(), b),
                () -> mailers.switchOff(actor, program.id()));
    }
}
