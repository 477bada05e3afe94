package io.cardloom.portal.admin;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.file.TextEncoding;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks in which form a program's lists come. */
final class FileFormFields extends Div {

    private static final String CSV = "CSV";
    private static final String FIXED = "Fixed width";
    private static final String JSON = "JSON";
    private static final String XLSX = "XLSX";

    private final Select<String> kind = select("The list is", CSV, XLSX, JSON, FIXED);
    private final Select<TextEncoding> encoding = new Select<>();
    private final Select<String> separator =
            select("Values are separated by", "Comma", "Semicolon", "Tab", "Upright stroke");
    private final Select<String> quote = select("Quoted by", "Double quotes", "Single quotes");
    private final Checkbox header = new Checkbox("The first row names the columns");
    private final TextField sheet = new TextField("Sheet");
    private final TextArea slots = new TextArea("Columns: name, first character, length");
    private final IntegerField skipFirst = new IntegerField("Lines to pass over at the beginning");
    private final IntegerField skipLast = new IntegerField("Lines to pass over at the end");

    FileFormFields(FileForm form) {
        addClassName("cl-form");
        encoding.setLabel("Encoding");
        encoding.setItems(TextEncoding.values());
        encoding.setItemLabelGenerator(TextEncoding::words);
        encoding.setValue(TextEncoding.UTF_8);
        sheet.setHelperText("Empty for the first one");
        slots.setHelperText("One column a line, for example: pan 1 19");
        slots.setMinHeight("9rem");
        header.setValue(true);
        skipFirst.setValue(0);
        skipLast.setValue(0);
        add(kind, encoding, separator, quote, sheet, slots, skipFirst, skipLast, header);
        kind.addValueChangeListener(e -> show());
        fill(form);
        show();
    }

    /**
     * What is asked for.
     *
     * @throws Refusal when it is no form that can be read
     */
    FileForm value() {
        return switch (kind.getValue()) {
            case XLSX -> new FileForm.Xlsx(sheet.getValue().strip(), header.getValue());
            case JSON -> new FileForm.Json();
            case FIXED ->
                    new FileForm.FixedWidth(
                            encoding.getValue(),
                            readSlots(),
                            number(skipFirst.getValue()),
                            number(skipLast.getValue()));
            default ->
                    new FileForm.Csv(
                            encoding.getValue(),
                            switch (separator.getValue()) {
                                case "Semicolon" -> ';';
                                case "Tab" -> '\t';
                                case "Upright stroke" -> '|';
                                default -> ',';
                            },
                            quote.getValue().startsWith("Single") ? '\'' : '"',
                            header.getValue());
        };
    }

    private List<FileForm.Slot> readSlots() {
        List<FileForm.Slot> read = new ArrayList<>();
        for (String line : slots.getValue().lines().filter(l -> !l.isBlank()).toList()) {
            String[] parts = line.strip().split("[\\s,;]+");
            if (parts.length < 3
                    || !parts[parts.length - 1].matches("\\d{1,4}")
                    || !parts[parts.length - 2].matches("\\d{1,4}")) {
                throw Refusal.invalid(
                        "LIST_SLOT",
                        "Write each column as its name, its first character and its length, for"
                                + " example: pan 1 19");
            }
            read.add(
                    new FileForm.Slot(
                            String.join(" ", List.of(parts).subList(0, parts.length - 2)),
                            Integer.parseInt(parts[parts.length - 2]),
                            Integer.parseInt(parts[parts.length - 1])));
        }
        return read;
    }

    private void fill(FileForm form) {
        switch (form) {
            case FileForm.Csv csv -> {
                kind.setValue(CSV);
                encoding.setValue(csv.encoding());
                separator.setValue(
                        switch (csv.separator()) {
                            case ';' -> "Semicolon";
                            case '\t' -> "Tab";
                            case '|' -> "Upright stroke";
                            default -> "Comma";
                        });
                quote.setValue(csv.quote() == '\'' ? "Single quotes" : "Double quotes");
                header.setValue(csv.header());
            }
            case FileForm.FixedWidth fixed -> {
                kind.setValue(FIXED);
                encoding.setValue(fixed.encoding());
                slots.setValue(
                        fixed.slots().stream()
                                .map(s -> s.name() + " " + s.from() + " " + s.length())
                                .collect(Collectors.joining("\n")));
                skipFirst.setValue(fixed.skipFirst());
                skipLast.setValue(fixed.skipLast());
            }
            case FileForm.Json json -> kind.setValue(JSON);
            case FileForm.Xlsx xlsx -> {
                kind.setValue(XLSX);
                sheet.setValue(xlsx.sheet());
                header.setValue(xlsx.header());
            }
        }
    }

    private void show() {
        boolean csv = CSV.equals(kind.getValue());
        boolean fixed = FIXED.equals(kind.getValue());
        boolean xlsx = XLSX.equals(kind.getValue());
        encoding.setVisible(csv || fixed);
        separator.setVisible(csv);
        quote.setVisible(csv);
        header.setVisible(csv || xlsx);
        sheet.setVisible(xlsx);
        slots.setVisible(fixed);
        skipFirst.setVisible(fixed);
        skipLast.setVisible(fixed);
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static Select<String> select(String label, String... items) {
        Select<String> select = new Select<>();
        select.setLabel(label);
        select.setItems(items);
        select.setValue(items[0]);
        return select;
    }
}
