package io.cardloom.production.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a sheet of a workbook, row by row; rows without a value are passed over. A formula, a row
 * that is hidden and a number that lost digits are told, never guessed at.
 */
final class XlsxRows implements RowReader {

    private final XlsxBook book;
    private final XlsxXml xml;
    private final XlsxCells cells;
    private final boolean header;
    private List<String> columns = List.of();
    private Optional<SourceRow> ahead = Optional.empty();
    private int line;

    XlsxRows(FileForm.Xlsx form, InputStream content, RowReaders.Source source) throws IOException {
        try (InputStream first = source.open()) {
            this.book = XlsxBook.read(first);
        }
        this.header = form.header();
        this.xml = sheet(content, book.part(form.sheet()));
        this.cells = new XlsxCells(book, xml);
        readHeader();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        if (ahead.isPresent()) {
            Optional<SourceRow> row = ahead;
            ahead = Optional.empty();
            return row;
        }
        return read();
    }

    private static XlsxXml sheet(InputStream content, String name) throws IOException {
        XlsxArchive archive = new XlsxArchive(content);
        Optional<String> part = archive.next();
        while (part.isPresent() && !part.get().equals(name)) {
            part = archive.next();
        }
        if (part.isEmpty()) {
            throw XlsxFaults.broken();
        }
        return new XlsxXml(archive.part());
    }

    private void readHeader() throws IOException {
        Optional<SourceRow> first = read();
        if (first.isEmpty()) {
            throw new ReadFault(1, "FILE_EMPTY", "The sheet is empty; it has no header.");
        }
        int width = first.get().values().size();
        List<String> names = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            String name = header ? first.get().values().get(i).strip() : "";
            names.add(name.isEmpty() ? Integer.toString(i + 1) : name);
        }
        columns = List.copyOf(names);
        ahead = header ? Optional.empty() : first;
    }

    private Optional<SourceRow> read() throws IOException {
        while (xml.next()) {
            if (!xml.begins()) {
                continue;
            }
            if (xml.name().equals("mergeCell")) {
                throw XlsxFaults.merged(line);
            }
            if (xml.name().equals("row")) {
                Optional<SourceRow> row = row();
                if (row.isPresent()) {
                    return row;
                }
            }
        }
        book.texts().wipe();
        return Optional.empty();
    }

    private Optional<SourceRow> row() throws IOException {
        line = line(xml.attribute("r"));
        String hidden = xml.attribute("hidden");
        cells.begin(line, columns.size());
        while (xml.next() && !(xml.name().equals("row") && !xml.begins())) {
            if (xml.begins() && xml.name().equals("c")) {
                cells.read();
            }
        }
        if (cells.isBlank()) {
            return Optional.empty();
        }
        if (hidden.equals("1") || hidden.equals("true")) {
            cells.fault(
                    SourceRow.WHOLE_ROW,
                    "XLSX_HIDDEN",
                    "The row is hidden in the workbook. Show it, or delete it.");
        }
        if (!columns.isEmpty() && cells.values().size() > columns.size()) {
            cells.fault(
                    SourceRow.WHOLE_ROW,
                    "ROW_WIDTH",
                    "The row has a value beyond the last column of the header.");
        }
        return Optional.of(new SourceRow(line, cells.values(), cells.faults()));
    }

    private int line(String told) {
        try {
            int next = told.isEmpty() ? line + 1 : Integer.parseInt(told);
            if (next <= line) {
                throw XlsxFaults.broken();
            }
            return next;
        } catch (NumberFormatException e) {
            throw XlsxFaults.broken();
        }
    }
}
