package io.cardloom.portal.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.FileDrop;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ExpiryForm;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListFormVersion;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.intake.form.ListPreview;
import io.cardloom.production.intake.form.ListSample;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How a program's cardholder lists are written, tried on the issuer's own list. */
@Route(value = AdminNavigation.PROGRAMS + "/:program/list", layout = PortalFrame.class)
@PageTitle("List form · Cardloom")
@PermitAll
class ListFormPage extends PageBody implements BeforeEnterObserver {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final CurrentActor current;
    private final Programs programs;
    private final ListForms forms;
    private final Select<ExpiryForm> expiry = new Select<>();
    private final Select<BadRows> badRows = new Select<>();
    private final Checkbox capitals = new Checkbox("Print names in capitals");
    private final Checkbox plain = new Checkbox("Take lists that are not encrypted");
    private final Div shown = new Div();
    private final Div cards = new Div();
    private CustomFields own = new CustomFields(ListForm.STANDARD, () -> {});
    private @Nullable ListSample sample;

    ListFormPage(CurrentActor current, Programs programs, ListForms forms) {
        this.current = current;
        this.programs = programs;
        this.forms = forms;
    }

    static String path(ProgramId program) {
        return AdminNavigation.PROGRAMS + "/" + program + "/list";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(Address.id(event, "program", ProgramId::new, "program"));
    }

    private void draw(ProgramId id) {
        removeAll();
        Actor actor = current.actor();
        actor.require(Permission.ADMINISTER);
        Program program = programs.get(actor, id);
        ListFormVersion version = forms.current(actor, id);
        ListForm form = version.form();
        FileFormFields file = new FileFormFields(form.file());
        SourceFields[] sources = new SourceFields[1];
        Runnable again = () -> show(id, file, sources[0]);
        own = new CustomFields(form, again);
        SuppliedTracks tracks = forms.tracks(actor.tenant(), id);
        sources[0] = new SourceFields(form, tracks, again);
        options(form, again);
        Button save = new Button("Save", e -> save(id, version.number(), form(file, sources[0])));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        PageHead head =
                new PageHead("List form")
                        .under(AdminNavigation.PROGRAMS, "Programs")
                        .saying(program.name() + ", " + told(version));
        if (!form.equals(ListForm.STANDARD) && tracks == SuppliedTracks.NONE) {
            head.doing(backToStandard(id, version.number()));
        }
        head.doing(save);
        shown.removeAll();
        cards.removeAll();
        Div left =
                new Div(
                        new Sheet("The list", Sheet.body(file, upload(id, file, sources[0]))),
                        new Sheet("Rules", Sheet.body(expiry, badRows, capitals, plain)));
        left.addClassName("cl-stack");
        Div columns =
                new Div(left, new Sheet("Columns", Sheet.body(told(tracks), sources[0], own)));
        columns.addClassName("cl-columns");
        Div tried = new Div(shown, cards);
        tried.addClassName("cl-stack");
        tried.getStyle().set("margin-top", "var(--cl-5)");
        shown.add(
                new Sheet(
                        "Your list",
                        Sheet.body(
                                new Paragraph(
                                        "Hand in a list of yours, or its first rows, to see what"
                                                + " becomes of it. It is not stored, and account"
                                                + " numbers are masked at once."))));
        add(head, columns, tried);
    }

    private static Paragraph told(SuppliedTracks tracks) {
        Paragraph told =
                new Paragraph(
                        tracks.words()
                                + ". Only the columns that are named for them may hold track data;"
                                + " a list with such data elsewhere is refused and wiped.");
        told.setVisible(tracks != SuppliedTracks.NONE);
        return told;
    }

    private static String told(ListFormVersion version) {
        return version.savedAt() == null
                ? "the standard form so far"
                : "version "
                        + version.number()
                        + ", saved by "
                        + version.savedBy()
                        + ", "
                        + Reading.moment(version.savedAt());
    }

    private void options(ListForm form, Runnable changed) {
        expiry.setLabel("Expiry dates are written");
        expiry.setItems(ExpiryForm.values());
        expiry.setItemLabelGenerator(ExpiryForm::words);
        expiry.setValue(form.expiry());
        expiry.addValueChangeListener(e -> changed.run());
        badRows.setLabel("When a row is wrong");
        badRows.setItems(BadRows.values());
        badRows.setItemLabelGenerator(BadRows::words);
        badRows.setValue(form.badRows());
        capitals.setValue(form.capitals());
        capitals.addValueChangeListener(e -> changed.run());
        plain.setValue(form.plainUpload());
    }

    private Upload upload(ProgramId id, FileFormFields file, SourceFields sources) {
        Upload upload =
                new FileDrop(
                        event -> received(event, id, file, sources),
                        "Drop a list of yours here to try");
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFileSize(MOST_BYTES);
        return upload;
    }

    /** In the request: what comes is masked before this returns. */
    private void received(
            UploadEvent event, ProgramId id, FileFormFields file, SourceFields sources)
            throws IOException {
        UI ui = event.getUI();
        AtomicReference<@Nullable FileForm> form = new AtomicReference<>();
        AtomicReference<@Nullable Actor> hand = new AtomicReference<>();
        ui.accessSynchronously(
                () ->
                        Attempt.to(
                                () -> {
                                    hand.set(current.actor());
                                    form.set(file.value());
                                }));
        FileForm known = form.get();
        Actor actor = hand.get();
        if (known == null || actor == null) {
            event.reject();
            return;
        }
        try (InputStream content = event.getInputStream()) {
            ListSample read = forms.sample(actor, id, known, content);
            ui.access(
                    () -> {
                        sample = read;
                        sources.offer(read.columns());
                        own.offer(read.columns());
                        show(id, file, sources);
                    });
        } catch (Refusal refusal) {
            ui.access(() -> Notice.refused(refusal));
            event.reject(refusal.sentence());
        }
    }

    private void show(ProgramId id, FileFormFields file, SourceFields sources) {
        @Nullable ListSample read = sample;
        if (read == null) {
            return;
        }
        shown.removeAll();
        shown.add(new Sheet("Your list", SampleTables.rows(read)));
        cards.removeAll();
        try {
            ListPreview preview = forms.preview(current.actor(), id, form(file, sources), read);
            Sheet sheet = new Sheet("On the cards");
            if (!preview.problems().isEmpty()) {
                sheet.add(Sheet.body(SampleTables.problems(preview.problems())));
            }
            if (!preview.rows().isEmpty()) {
                sheet.add(SampleTables.cards(preview));
            }
            cards.add(sheet);
        } catch (Refusal refusal) {
            cards.add(new Sheet("On the cards", Sheet.body(new Paragraph(refusal.sentence()))));
        }
    }

    private ListForm form(FileFormFields file, SourceFields sources) {
        return new ListForm(
                file.value(),
                sources.sources(),
                leftOut(sources),
                expiry.getValue(),
                capitals.getValue(),
                badRows.getValue(),
                plain.getValue(),
                own.custom());
    }

    /** A column that is kept as a field of the issuer's own is not passed over. */
    private Set<String> leftOut(SourceFields sources) {
        Set<String> out = new HashSet<>(sources.leftOut());
        own.custom().values().forEach(c -> out.remove(c.strip().toLowerCase(Locale.ROOT)));
        return out;
    }

    private Button backToStandard(ProgramId program, int after) {
        Button button =
                new Button(
                        "Use the standard form",
                        e ->
                                new Ask(
                                                "Use the standard form?",
                                                "Use it",
                                                () -> save(program, after, ListForm.STANDARD))
                                        .saying(
                                                "The next list is read by it: pan, expiry,"
                                                        + " service_code and cardholder_name,"
                                                        + " separated by commas. This form is kept"
                                                        + " among the versions.")
                                        .open());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private boolean save(ProgramId program, int after, ListForm form) {
        boolean saved = Attempt.to(() -> forms.save(current.actor(), program, after, form));
        if (saved) {
            sample = null;
            draw(program);
            Notice.done("Saved. The next list is read by this form.");
        }
        return saved;
    }
}
