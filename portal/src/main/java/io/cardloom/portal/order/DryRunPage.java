package io.cardloom.portal.order;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.DigestText;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.design.DesignNavigation;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.dryrun.DryRun;
import io.cardloom.production.dryrun.DryRuns;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the files that a run of a frozen revision would make, of people who do not exist. */
@Route(value = OrderNavigation.DRY_RUN + "/:digest", layout = PortalFrame.class)
@PageTitle("Dry run · Cardloom")
@PermitAll
class DryRunPage extends PageBody implements BeforeEnterObserver {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunPage.class);
    private static final int CARDS = 3;

    private final CurrentActor current;
    private final Designs designs;
    private final DryRuns dryRuns;
    private final IntegerField cards = new IntegerField("Samples");
    private final Button make = new Button("Make the sample files");
    private final Div results = new Div();
    private @Nullable Digest chosen;

    DryRunPage(CurrentActor current, Designs designs, DryRuns dryRuns) {
        this.current = current;
        this.designs = designs;
        this.dryRuns = dryRuns;
        cards.setMin(1);
        cards.setMax(DryRuns.MOST_CARDS);
        cards.setValue(CARDS);
        cards.setStepButtonsVisible(true);
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.addClickListener(e -> begin());
        results.addClassName("cl-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        results.removeAll();
        Actor actor = current.actor();
        actor.require(Permission.PLACE_ORDER);
        Digest digest = Address.id(event, "digest", Digest::new, "revision");
        DesignRevision revision = designs.revision(actor, digest);
        chosen = digest;
        Div left =
                new Div(
                        new Sheet(
                                "Samples",
                                Sheet.body(
                                        new Paragraph(
                                                "People who do not exist, account or document"
                                                    + " numbers that nobody has, keys that are no"
                                                    + " secret. The files are made as a run makes"
                                                    + " them, and each is marked as a sample."
                                                    + " Nothing is ordered, scheduled or counted."),
                                        cards,
                                        make)),
                        results);
        left.addClassName("cl-stack");
        Facts facts =
                new Facts()
                        .fact(
                                "Design",
                                new Anchor(
                                        DesignNavigation.page(revision.design()), revision.name()))
                        .fact("Digest", DigestText.whole(digest.hex64()))
                        .fact(
                                "Card body",
                                revision.cardBody().name()
                                        + ", version "
                                        + revision.cardBody().version());
        Div columns = new Div(left, new Sheet("Revision", Sheet.body(facts)));
        columns.addClassName("cl-columns");
        add(
                new PageHead("Dry run")
                        .under(DesignNavigation.page(revision.design()), revision.name())
                        .saying("The files a run would make, to be looked at before it is one."),
                columns);
    }

    private void begin() {
        Digest digest = chosen;
        if (digest == null) {
            return;
        }
        Actor actor = current.actor();
        @Nullable Integer wanted = cards.getValue();
        UI ui = UI.getCurrent();
        make.setEnabled(false);
        Span file = new Span("Preparing");
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Being made");
        Sheet going = new Sheet("Files", Sheet.body(bar, file));
        going.doing(new StateMark("Being made", Tone.LIVE));
        results.removeAll();
        results.add(going);
        Thread.ofVirtual()
                .name("dry-run")
                .start(
                        () ->
                                work(
                                        ui,
                                        () ->
                                                dryRuns.make(
                                                        actor,
                                                        digest,
                                                        wanted == null ? 0 : wanted,
                                                        name ->
                                                                ui.access(
                                                                        () ->
                                                                                file.setText(
                                                                                        name)))));
    }

    private void work(UI ui, java.util.function.Supplier<DryRun> making) {
        try {
            DryRun made = making.get();
            ui.access(() -> show(made));
        } catch (Refusal refusal) {
            ui.access(
                    () -> {
                        Notice.refused(refusal);
                        over();
                    });
        } catch (RuntimeException e) {
            LOG.warn("A dry run failed: {}", e.getClass().getName());
            ui.access(
                    () -> {
                        results.add(
                                new Sheet(
                                        "Files",
                                        Sheet.body(
                                                new Paragraph(
                                                        "The sample files could not be made. Try"
                                                                + " again later."))));
                        over();
                    });
        }
    }

    private void over() {
        results.getChildren().findFirst().ifPresent(results::remove);
        make.setEnabled(true);
    }

    private void show(DryRun made) {
        results.removeAll();
        make.setEnabled(true);
        Rows rows = new Rows();
        for (DryRun.File file : made.files()) {
            Span size = new Span(Reading.number(file.bytes()) + " bytes");
            size.addClassName("cl-soft");
            rows.line(Rows.name(file.name(), file.sha256()), size);
        }
        Sheet sheet = new Sheet("Files", rows);
        sheet.doing(
                new Anchor(
                        DownloadHandler.fromInputStream(
                                event ->
                                        new DownloadResponse(
                                                new ByteArrayInputStream(made.zip()),
                                                made.name(),
                                                "application/zip",
                                                made.zip().length)),
                        AttachmentType.DOWNLOAD,
                        "Download " + made.name()));
        results.add(sheet);
    }
}
