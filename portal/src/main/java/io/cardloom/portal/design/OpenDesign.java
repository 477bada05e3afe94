package io.cardloom.portal.design;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.export.Imports;
import io.cardloom.designer.export.OpenedFile;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.FileDrop;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts a design from an OpenRaster file that was downloaded here before. */
@Component
class OpenDesign {

    private final Imports imports;
    private final Programs programs;
    private final CardBodies bodies;

    OpenDesign(Imports imports, Programs programs, CardBodies bodies) {
        this.imports = imports;
        this.programs = programs;
        this.bodies = bodies;
    }

    void ask(Actor actor) {
        StartFields fields = StartFields.of(actor, programs, bodies);
        AtomicReference<@Nullable OpenedFile> opened = new AtomicReference<>();
        Ask ask =
                new Ask(
                        "Open an OpenRaster file",
                        "Make a design of it",
                        () -> Attempt.to(() -> start(actor, fields, opened.get())));
        ask.saying(
                        "A file that was downloaded here has its design inside, with all layers as"
                                + " they were. What another tool painted into its pictures is not"
                                + " taken.")
                .with(upload(actor, ask, fields, opened), fields.name(), fields.program())
                .with(fields.body())
                .open();
    }

    /** Only what was found is kept, not the file. */
    private Upload upload(
            Actor actor,
            Ask ask,
            StartFields fields,
            AtomicReference<@Nullable OpenedFile> opened) {
        Upload upload = new FileDrop("Drop the file here (.ora)");
        upload.setUploadHandler(event -> read(actor, event, upload, ask, fields, opened));
        upload.setMaxFileSize(Imports.MOST_BYTES);
        upload.setAcceptedFileExtensions(".ora");
        upload.addFileRemovedListener(
                e -> {
                    opened.set(null);
                    ask.refusedNothing();
                });
        return upload;
    }

    private void read(
            Actor actor,
            UploadEvent event,
            Upload upload,
            Ask ask,
            StartFields fields,
            AtomicReference<@Nullable OpenedFile> opened)
            throws IOException {
        opened.set(null);
        try (InputStream file = event.getInputStream()) {
            OpenedFile found = imports.read(actor, file);
            event.getUI()
                    .access(
                            () -> {
                                opened.set(found);
                                ask.refusedNothing();
                                fields.prefer(found.document().cardBody());
                                if (fields.chosenName().isEmpty()) {
                                    fields.name().setValue(name(event.getFileName()));
                                }
                            });
        } catch (Refusal refusal) {
            event.getUI()
                    .access(
                            () -> {
                                upload.clearFileList();
                                ask.refused(refusal);
                            });
        }
    }

    private void start(Actor actor, StartFields fields, @Nullable OpenedFile file) {
        if (file == null) {
            throw Refusal.invalid(
                    "OPEN_RASTER_FILE_MISSING",
                    "Choose an OpenRaster file (.ora) that was downloaded here first.");
        }
        UI.getCurrent()
                .navigate(
                        DesignNavigation.editor(
                                imports.open(
                                        actor,
                                        fields.chosenProgram(),
                                        fields.chosenBody(),
                                        fields.chosenName(),
                                        file)));
    }

    /** A name for people from what the file was called: without its ending, with blanks. */
    private static String name(String fileName) {
        String words =
                fileName.replaceFirst("(?i)\\.ora$", "")
                        .replaceFirst("(?i)-open-raster( *\\(\\d+\\))?$", "")
                        .replaceAll("[-_ ]+", " ")
                        .strip();
        String called =
                words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return called.length() > 80 ? called.substring(0, 80) : called;
    }
}
