package io.cardloom.portal.design.editor;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.server.streams.UploadHandler;
import io.cardloom.designer.collaboration.Registration;
import org.jspecify.annotations.Nullable;

/** The browser's editor as the server sees it: what it calls, and what it is told. */
@Tag("cardloom-editor")
@JsModule("./editor/cardloom-editor.ts")
@NpmPackage(value = "perfect-freehand", version = "1.2.3")
class EditorElement extends Component implements HasSize {

    private static final long serialVersionUID = 1L;

    private final transient EditorTable table;
    private final transient Runnable frozen;
    private transient @Nullable Registration seat;

    EditorElement(EditorTable table, Runnable frozen) {
        this.table = table;
        this.frozen = frozen;
        setSizeFull();
        getElement()
                .setAttribute(
                        "upload-target",
                        (UploadHandler)
                                event -> {
                                    String answer =
                                            table.upload(
                                                    event.getFileName(), event.getInputStream());
                                    event.getUI().access(() -> tell("uploaded", answer));
                                });
    }

    void seat(Registration taken) {
        this.seat = taken;
    }

    void open(String start) {
        tell("open", start);
    }

    void tell(String function, Object... arguments) {
        getElement().callJsFunction(function, arguments);
    }

    /** Commits one edit, and answers only then. */
    @ClientCallable
    String edit(int base, int sequence, String session, String command) {
        return table.edit(base, sequence, session, command);
    }

    @ClientCallable
    String undo(int sequence, String session) {
        return table.undo(sequence, session);
    }

    @ClientCallable
    String redo(int sequence, String session) {
        return table.redo(sequence, session);
    }

    @ClientCallable
    String editsAfter(int number) {
        return table.editsAfter(number);
    }

    @ClientCallable
    String outlines(String layers) {
        return table.outlines(layers);
    }

    @ClientCallable
    String library(String query, int offset) {
        return table.library(query, offset);
    }

    @ClientCallable
    String packs() {
        return table.packsOffered();
    }

    @ClientCallable
    String pack(String id) {
        return table.pack(id);
    }

    @ClientCallable
    String inspect() {
        return table.inspect();
    }

    @ClientCallable
    void point(int x, int y, String selection) {
        if (seat != null) {
            seat.point(x, y, EditorJson.layerIds(selection));
        }
    }

    @ClientCallable
    String freeze() {
        String answer = table.freeze();
        if (!EditorJson.isRefusal(answer)) {
            frozen.run();
        }
        return answer;
    }
}
