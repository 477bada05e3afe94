package io.cardloom.portal.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;

/** Where a file is dropped or chosen; says in our words what it does not take. */
public final class FileDrop extends Upload {

    /**
     * One file, or as many as {@link #setMaxFiles} allows.
     *
     * @param drop what may be dropped, as a sentence to the person without a full stop
     */
    public FileDrop(UploadHandler handler, String drop) {
        this(drop);
        setUploadHandler(handler);
    }

    /** The same; who receives the file is said later. */
    public FileDrop(String drop) {
        setMaxFiles(1);
        setUploadButton(new Button("Choose a file…"));
        setDropLabel(new Span(drop));
        setI18n(
                new UploadI18N()
                        .setError(
                                new UploadI18N.Error()
                                        .setTooManyFiles(
                                                "That is one file too many; take one away first.")
                                        .setFileIsTooBig("This file is too large.")
                                        .setIncorrectFileType(
                                                "Files of this kind are not taken here.")));
    }
}
