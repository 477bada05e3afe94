package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.traveldocument.DocumentSetting;
import io.cardloom.production.traveldocument.NumberedSigners;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Which programs' cards are identity documents, and who signs them. */
@Route(value = KeyNavigation.DOCUMENTS, layout = PortalFrame.class)
@PageTitle("Documents · Cardloom")
@PermitAll
class DocumentsView extends PageBody {

    private final CurrentActor current;
    private final ProgramDocuments documents;
    private final Programs programs;
    private final DocumentDialog dialog;
    private final SignerSheet signers;
    private final Div sheets = new Div();

    DocumentsView(
            CurrentActor current,
            ProgramDocuments documents,
            Programs programs,
            DocumentDialog dialog,
            NumberedSigners signers,
            Custodians custodians,
            SignerDialogs signing,
            KeyEndDialogs ends,
            KeyNews news) {
        this.current = current;
        this.documents = documents;
        this.programs = programs;
        this.dialog = dialog;
        Actor actor = current.actor();
        actor.require(Permission.KEEP_KEYS);
        this.signers = new SignerSheet(current, signers, custodians, signing, ends);
        sheets.addClassName("cl-stack");
        add(
                new PageHead("Documents")
                        .saying(
                                "A program's cards can be identity documents: their lists bring"
                                        + " holders and faces, and a bureau writes the signed"
                                        + " chips."),
                sheets);
        draw();
        news.follow(this, actor.tenant(), this.signers::draw);
    }

    private void draw() {
        Actor actor = current.actor();
        sheets.removeAll();
        sheets.add(new Sheet("Programs", list(actor)), signers);
    }

    private Component list(Actor actor) {
        List<Program> all = programs.list(actor);
        if (all.isEmpty()) {
            return new EmptyState("No programs yet", "An administrator founds the first program.")
                    .small();
        }
        Rows rows = new Rows("minmax(0, 1.6fr) minmax(8rem, max-content) max-content");
        for (Program program : all) {
            Optional<DocumentSetting> setting = documents.find(actor, program.id());
            rows.line(
                    Rows.name(
                            program.name(),
                            setting.map(s -> DocumentWords.of(actor, documents, s)).orElse("")),
                    setting.isPresent()
                            ? new StateMark("Documents", Tone.GOOD)
                            : new StateMark("No documents", Tone.QUIET),
                    actions(actor, program, setting));
        }
        return rows;
    }

    private Div actions(Actor actor, Program program, Optional<DocumentSetting> setting) {
        Button setUp =
                small("Set up", () -> dialog.ask(actor, program, setting.orElse(null), this::draw));
        setUp.setAriaLabel("Set up the documents of " + program.name());
        Div actions = new Div(setUp);
        actions.addClassName("cl-actions");
        if (setting.isPresent()) {
            Button end = small("End", () -> end(actor, program));
            end.setAriaLabel("End the documents of " + program.name());
            actions.add(end);
        }
        return actions;
    }

    private void end(Actor actor, Program program) {
        new Ask(
                        "No more documents of " + program.name() + "?",
                        "End them",
                        () ->
                                Attempt.to(
                                        () -> {
                                            documents.end(actor, program.id());
                                            draw();
                                            Notice.done("The next list is one of payment cards.");
                                        }))
                .saying("Orders that are placed stay documents; the next list is one of cards.")
                .grave()
                .open();
    }

    private static Button small(String words, Runnable act) {
        Button button = new Button(words, e -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
