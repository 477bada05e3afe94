package io.cardloom.production.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads values at fixed places of each line; blank lines are passed over. */
final class FixedWidthRows implements RowReader {

    private final FileForm.FixedWidth form;
    private final Characters in;
    private final int width;
    private final List<String> columns;
    private final StringBuilder line = new StringBuilder();
    private final Deque<SourceRow> ahead = new ArrayDeque<>();
    private int rowLine = 1;
    private int passed;
    private boolean ended;

    FixedWidthRows(FileForm.FixedWidth form, InputStream bytes) throws IOException {
        this.form = form;
        this.in = new Characters(bytes, form.encoding());
        this.width = form.width();
        this.columns = form.slots().stream().map(FileForm.Slot::name).toList();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        while (!ended && ahead.size() <= form.skipLast()) {
            if (!line()) {
                ended = true;
                in.wipe();
            } else if (line.isEmpty() || passed < form.skipFirst()) {
                passed += line.isEmpty() ? 0 : 1;
            } else {
                ahead.add(row());
            }
        }
        return ahead.size() > form.skipLast() ? Optional.of(ahead.remove()) : Optional.empty();
    }

    private SourceRow row() {
        String text = line.toString();
        List<String> values = new ArrayList<>(columns.size());
        for (FileForm.Slot slot : form.slots()) {
            int from = Math.min(text.length(), slot.from() - 1);
            int to = Math.min(text.length(), slot.from() - 1 + slot.length());
            values.add(text.substring(from, to).strip());
        }
        if (text.stripTrailing().length() > width) {
            return new SourceRow(
                    rowLine,
                    values,
                    List.of(
                            new SourceRow.Fault(
                                    SourceRow.WHOLE_ROW,
                                    "ROW_WIDTH",
                                    "The line has more than the "
                                            + width
                                            + " characters of the list's form.")));
        }
        return new SourceRow(rowLine, values, List.of());
    }

    /** Reads one line; false at the end of the file. */
    private boolean line() throws IOException {
        line.setLength(0);
        rowLine = in.line();
        int c = in.read();
        if (c == Characters.END) {
            return false;
        }
        while (c != '\n' && c != Characters.END) {
            if (line.length() == 2 * width + FileForm.MOST_CHARACTERS) {
                throw ReadFault.length(rowLine);
            }
            line.append((char) c);
            c = in.read();
        }
        return true;
    }
}
