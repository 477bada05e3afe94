package io.cardloom.portal.admin;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.cardloom.designer.pack.DrawingFile;
import io.cardloom.designer.pack.Pack;
import io.cardloom.designer.pack.Packs;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.FileDrop;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks for the files of a pack, and for the programs that have it. */
final class PackDialogs {

    private PackDialogs() {}

    static Ask add(Actor actor, Packs packs, Runnable after) {
        TextField name = new TextField("Name");
        name.setMaxLength(80);
        name.setHelperText("A JSON file brings its own name.");
        Map<String, byte[]> files = new TreeMap<>();
        return new Ask(
                        "Add a pack",
                        "Add",
                        () ->
                                Attempt.to(
                                        () -> {
                                            add(actor, packs, name.getValue(), files);
                                            after.run();
                                        }))
                .saying(
                        "One JSON file of a pack, or SVG files, each of which becomes a drawing. Of"
                                + " an SVG file only paths with plain colors are taken; a file with"
                                + " anything else is refused, and you are told what it was. The"
                                + " pack is off until you switch it on for a program.")
                .with(upload(files), name);
    }

    private static Upload upload(Map<String, byte[]> files) {
        Upload upload =
                new FileDrop(
                        UploadHandler.inMemory(
                                (metadata, content) -> files.put(metadata.fileName(), content)),
                        "Drop a .json file or .svg files here");
        upload.setMaxFiles(Packs.MOST_FILES);
        upload.setMaxFileSize(Packs.MOST_BYTES);
        upload.setAcceptedFileExtensions(".json", ".svg");
        upload.addFileRemovedListener(e -> files.remove(e.getFileName()));
        return upload;
    }

    private static void add(Actor actor, Packs packs, String name, Map<String, byte[]> files) {
        List<DrawingFile> drawings = new ArrayList<>();
        List<byte[]> packed = new ArrayList<>();
        files.forEach(
                (file, content) -> {
                    if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
                        packed.add(content);
                    } else {
                        drawings.add(new DrawingFile(file, content));
                    }
                });
        if (packed.isEmpty()) {
            packs.addDrawings(actor, name, drawings);
        } else if (packed.size() == 1 && drawings.isEmpty()) {
            packs.add(actor, name, packed.getFirst());
        } else {
            throw Refusal.invalid(
                    "PACK_FILES", "Hand in one JSON file alone, or SVG files; not both.");
        }
    }

    static Ask programs(
            Actor actor,
            Packs packs,
            Pack pack,
            List<Program> all,
            Set<ProgramId> on,
            Runnable after) {
        CheckboxGroup<Program> chosen = new CheckboxGroup<>("On for");
        chosen.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        chosen.setItems(all);
        chosen.setItemLabelGenerator(Program::name);
        chosen.setValue(
                all.stream().filter(one -> on.contains(one.id())).collect(Collectors.toSet()));
        return new Ask(
                        "Programs that have " + pack.name(),
                        "Switch",
                        () ->
                                Attempt.to(
                                        () -> {
                                            packs.switchOn(
                                                    actor,
                                                    pack.id(),
                                                    chosen.getValue().stream()
                                                            .map(Program::id)
                                                            .collect(Collectors.toSet()));
                                            after.run();
                                        }))
                .saying(
                        "A program also needs "
                                + pack.content().feature().title().toLowerCase(Locale.ROOT)
                                + " among its features. Cards keep what was put on them.")
                .with(chosen);
    }
}
