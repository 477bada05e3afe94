package io.cardloom.designer.asset.drawing;

import java.util.List;

/**
 * A drawing that Cardloom wrote itself after reading an uploaded one: shapes, gradients, patterns,
 * clips, masks and simple filters; no text, no pictures, no scripts, nothing from elsewhere.
 *
 * @param svg SVG 1.1 in UTF-8, with a view box and whole measures
 * @param width of the drawing in its own units (CSS pixels), more than 0
 * @param height of the drawing in its own units, more than 0
 * @param notes sentences about what was left out without changing the look
 */
public record Drawing(byte[] svg, double width, double height, List<String> notes) {

    public Drawing {
        notes = List.copyOf(notes);
    }

    /**
     * Reads, checks and rewrites.
     *
     * @param file the uploaded bytes
     * @throws io.cardloom.tenancy.refusal.Refusal {@code UPLOAD_SVG_...}; the same bytes never pass
     */
    public static Drawing clean(byte[] file) {
        Notes notes = new Notes();
        Node root = new DrawingReader(notes).read(file);
        Frame frame = Frame.of(root);
        new Cleaning(notes, frame).clean(root);
        new Links(root).settle();
        Cost.check(root);
        Dashes.check(root, frame);
        return new Drawing(
                DrawingWriter.write(root, frame), frame.width(), frame.height(), notes.all());
    }
}
