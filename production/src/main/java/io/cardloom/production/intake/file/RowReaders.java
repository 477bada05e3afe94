package io.cardloom.production.intake.file;

import java.io.IOException;
import java.io.InputStream;

/** Opens lists. */
public final class RowReaders {

    private RowReaders() {}

    /** A file that can be read from its beginning as often as it is asked for. */
    @FunctionalInterface
    public interface Source {
        /** From the first byte on; whoever asked closes it. */
        InputStream open() throws IOException;
    }

    /**
     * A reader of JSON whose values may be longer than those of cardholder lists.
     *
     * @param content read from once; the caller closes it
     * @param longest characters of a value
     * @throws ReadFault when there is no such list in the file
     */
    public static RowReader json(InputStream content, int longest) throws IOException {
        return new JsonRows(content, longest);
    }

    /**
     * A reader of the form; it reads the header at once.
     *
     * @param content read from once; the caller closes it
     * @param source the same file, of which a workbook needs parts beforehand
     * @throws ReadFault when there is no such list in the file
     */
    public static RowReader of(FileForm form, InputStream content, Source source)
            throws IOException {
        return switch (form) {
            case FileForm.Csv csv -> new CsvRows(csv, content);
            case FileForm.FixedWidth fixed -> new FixedWidthRows(fixed, content);
            case FileForm.Json json -> new JsonRows(content);
            case FileForm.Xlsx xlsx -> new XlsxRows(xlsx, content, source);
        };
    }
}
