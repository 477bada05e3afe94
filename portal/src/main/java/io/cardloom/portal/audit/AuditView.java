package io.cardloom.portal.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.DigestText;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.PagedList;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The trail, newest first, or the story of one digest, oldest first. */
@Route(value = AuditNavigation.PATH, layout = PortalFrame.class)
@PageTitle("Audit trail · Cardloom")
@PermitAll
class AuditView extends PageBody implements BeforeEnterObserver {

    private static final int PAGE = 50;

    private final CurrentActor current;
    private final AuditTrail trail;
    private final TextField action = new TextField("Action");
    private final TextField subject = new TextField("Thing (id)");
    private final DatePicker from = new DatePicker("From");
    private final DatePicker until = new DatePicker("Until");

    AuditView(CurrentActor current, AuditTrail trail) {
        this.current = current;
        this.trail = trail;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Actor actor = current.actor();
        Address.query(event, "digest", digest -> digest)
                .ifPresentOrElse(digest -> story(actor, digest), () -> all(actor));
    }

    private void all(Actor actor) {
        Anchor export =
                new Anchor(
                        DownloadHandler.fromInputStream(event -> AuditExport.of(trail, actor)),
                        AttachmentType.DOWNLOAD,
                        "Export as JSON lines");
        PagedList<AuditRecord> list =
                new PagedList<>(
                        (offset, limit) -> trail.page(actor, filter(), offset, limit),
                        () -> trail.count(actor, filter()),
                        AuditView::rows,
                        () ->
                                new EmptyState(
                                        "Nothing matches",
                                        "Widen the dates, or clear the action and the id."),
                        PAGE);
        action.setPlaceholder("design. or run.released");
        for (TextField field : List.of(action, subject)) {
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(e -> list.restart());
        }
        for (DatePicker day : List.of(from, until)) {
            day.setClearButtonVisible(true);
            day.addValueChangeListener(e -> list.restart());
        }
        Div tools = new Div(action, subject, from, until);
        tools.addClassName("cl-tools");
        add(
                new PageHead("Audit trail")
                        .saying(
                                "Each entry contains the hash of the one before. The export can be"
                                        + " verified without this portal.")
                        .doing(export),
                tools,
                new Sheet("Entries", list));
    }

    private void story(Actor actor, String digest) {
        List<AuditRecord> entries = trail.story(actor, digest);
        add(
                new PageHead("The story of a digest")
                        .under(AuditNavigation.PATH, "Audit trail")
                        .with(DigestText.whole(digest)));
        add(
                entries.isEmpty()
                        ? new EmptyState(
                                "No entry names this digest",
                                "It was never frozen here, or it is not yours.")
                        : new Sheet("From the first entry to the last", rows(entries)));
    }

    private AuditFilter filter() {
        return new AuditFilter(
                null,
                value(action),
                value(subject),
                null,
                start(from.getValue()),
                until.getValue() == null ? null : start(until.getValue().plusDays(1)));
    }

    private static @Nullable String value(TextField field) {
        String text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Reading.zone()).toInstant();
    }

    private static Component rows(List<AuditRecord> entries) {
        Rows rows = new Rows("5rem minmax(0, 1.6fr) minmax(0, 1.4fr) minmax(0, 1fr) max-content");
        for (AuditRecord entry : entries) {
            rows.line(
                    Rows.wide("#" + Reading.number(entry.sequence())),
                    Rows.name(words(entry.action()), details(entry)),
                    Rows.name(entry.who(), Reading.moment(entry.at()) + from(entry)),
                    subject(entry),
                    entry.success()
                            ? new StateMark("Done", Tone.QUIET)
                            : new StateMark("Refused", Tone.CARE));
        }
        return rows;
    }

    private static String from(AuditRecord entry) {
        return entry.origin().equals(Actor.INSIDE) ? "" : ", from " + entry.origin();
    }

    private static Component subject(AuditRecord entry) {
        Span id = new Span(entry.subject());
        id.addClassName("cl-digest");
        id.getElement().setAttribute("data-wide", "");
        return id;
    }

    private static String details(AuditRecord entry) {
        return entry.details().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(d -> d.getKey() + " " + d.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String words(String action) {
        String spoken = action.replace('.', ' ').replace('_', ' ').replace('-', ' ');
        return Character.toUpperCase(spoken.charAt(0)) + spoken.substring(1);
    }
}
