package io.cardloom.portal.font;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.cardloom.designer.font.AdmittedFont;
import io.cardloom.designer.font.AdmittedFonts;
import io.cardloom.designer.font.LicenceStatement;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.FileDrop;
import io.cardloom.portal.component.Notice;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks for a font's file and for the licence under which the issuer holds it. */
final class FontDialog {

    /** The file that was handed in last. */
    record Handed(String name, byte[] content) {}

    private final AdmittedFonts fonts;
    private final Actor actor;
    private final Runnable after;
    private final AtomicReference<@Nullable Handed> handed = new AtomicReference<>();
    private final TextArea licence = new TextArea("Licence");
    private final Checkbox confirmed =
            new Checkbox(
                    "The licence lets us print cards with it, and show it to those who design for"
                            + " us.");

    FontDialog(AdmittedFonts fonts, Actor actor, Runnable after) {
        this.fonts = fonts;
        this.actor = actor;
        this.after = after;
        licence.setHelperText(
                "Who gave it, and the order's number or the licence's name. Kept in the audit"
                        + " trail.");
        licence.setMaxLength(500);
        licence.setMinHeight("5.5rem");
    }

    void ask() {
        new Ask("Admit a font", "Admit", () -> Attempt.to(this::admit))
                .saying(
                        "One face in a file: .ttf or .otf, up to 10 MB. It is checked before"
                                + " anybody sees it.")
                .with(upload(), licence, confirmed)
                .open();
    }

    private Upload upload() {
        Upload upload =
                new FileDrop(
                        UploadHandler.inMemory(
                                (about, content) ->
                                        handed.set(new Handed(about.fileName(), content))),
                        "Drop the font's file here");
        upload.setMaxFileSize(AdmittedFonts.LARGEST);
        upload.addFileRemovedListener(e -> handed.set(null));
        return upload;
    }

    /**
     * @throws Refusal {@code FONT_FILE_MISSING}
     */
    static Handed present(@Nullable Handed file) {
        if (file == null) {
            throw Refusal.invalid("FONT_FILE_MISSING", "Hand in the font's file, .ttf or .otf.");
        }
        return file;
    }

    private void admit() {
        Handed file = present(handed.get());
        AdmittedFont font =
                fonts.admit(
                        actor,
                        file.name(),
                        new ByteArrayInputStream(file.content()),
                        new LicenceStatement(licence.getValue(), confirmed.getValue()));
        after.run();
        Notice.done("%s is admitted. Designers find it in the editor.".formatted(font.label()));
    }
}
