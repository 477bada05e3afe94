package io.cardloom.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.cardloom.designer.pack.Pack;
import io.cardloom.designer.pack.PackContent;
import io.cardloom.designer.pack.Packs;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The packs of drawings and looks: which there are, and for which programs they are on. */
@Route(value = AdminNavigation.PACKS, layout = PortalFrame.class)
@PageTitle("Packs · Cardloom")
@PermitAll
class PacksView extends PageBody {

    private final CurrentActor current;
    private final Packs packs;
    private final Programs programs;
    private final Div list = new Div();

    PacksView(CurrentActor current, Packs packs, Programs programs) {
        this.current = current;
        this.packs = packs;
        this.programs = programs;
        PageHead head =
                new PageHead("Packs")
                        .saying(
                                "Drawings to put on a card, and looks for its pictures. A program's"
                                        + " designs are offered the packs that are on for it.");
        Button add =
                new Button(
                        "Add a pack",
                        e -> PackDialogs.add(current.actor(), packs, this::draw).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        head.doing(add);
        list.addClassName("cl-stack");
        add(head, list);
        draw();
    }

    private void draw() {
        Actor actor = current.actor();
        List<Pack> all = packs.all(actor);
        list.removeAll();
        all.stream().filter(pack -> !pack.shipped()).forEach(pack -> list.add(sheet(actor, pack)));
        all.stream().filter(Pack::shipped).forEach(pack -> list.add(sheet(actor, pack)));
    }

    private Sheet sheet(Actor actor, Pack pack) {
        Set<ProgramId> on = packs.on(actor, pack.id());
        Span origin = new Span((pack.shipped() ? "From Cardloom, " : "Your own, ") + count(pack));
        Span where = new Span(where(actor, on));
        for (Span words : List.of(origin, where)) {
            words.addClassNames("cl-soft", "cl-small");
        }
        Div words = new Div(origin, where);
        words.addClassName("cl-pack-words");
        Sheet sheet = new Sheet(pack.name(), Sheet.body(words, PackPictures.of(pack.content())));
        return pack.shipped()
                ? sheet.doing(file(pack), switches(actor, pack, on))
                : sheet.doing(file(pack), switches(actor, pack, on), remove(actor, pack));
    }

    private static String count(Pack pack) {
        int size = pack.content().size();
        return pack.content() instanceof PackContent.Doodles
                ? Reading.count(size, "drawing", "drawings")
                : Reading.count(size, "look", "looks");
    }

    private String where(Actor actor, Set<ProgramId> on) {
        List<Program> all = programs.list(actor);
        if (on.isEmpty()) {
            return "Off for every program";
        }
        return on.size() == all.size()
                ? "On for every program"
                : all.stream()
                        .filter(program -> on.contains(program.id()))
                        .map(Program::name)
                        .collect(Collectors.joining(", ", "On for ", ""));
    }

    private Button switches(Actor actor, Pack pack, Set<ProgramId> on) {
        Button button =
                new Button(
                        "Programs",
                        e ->
                                PackDialogs.programs(
                                                actor,
                                                packs,
                                                pack,
                                                programs.list(actor),
                                                on,
                                                this::draw)
                                        .open());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel("Programs that have " + pack.name());
        return button;
    }

    private Component remove(Actor actor, Pack pack) {
        Button button =
                new Button(
                        "Remove",
                        e ->
                                new Ask(
                                                "Remove " + pack.name(),
                                                "Remove",
                                                () ->
                                                        Attempt.to(
                                                                () -> {
                                                                    packs.remove(actor, pack.id());
                                                                    draw();
                                                                }))
                                        .saying(
                                                "Nobody is offered it any more. Cards keep what was"
                                                        + " put on them.")
                                        .grave()
                                        .open());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        button.setAriaLabel("Remove " + pack.name());
        return button;
    }

    /** The pack as a file: to keep, to change, or to add at another issuer. */
    private static Anchor file(Pack pack) {
        Anchor anchor =
                new Anchor(
                        DownloadHandler.fromInputStream(
                                event -> {
                                    byte[] json = pack.json().getBytes(StandardCharsets.UTF_8);
                                    return new DownloadResponse(
                                            new ByteArrayInputStream(json),
                                            "pack-" + pack.id() + ".json",
                                            "application/json",
                                            json.length);
                                }),
                        AttachmentType.DOWNLOAD,
                        "As a file");
        anchor.getElement().setAttribute("aria-label", pack.name() + " as a file");
        return anchor;
    }
}
