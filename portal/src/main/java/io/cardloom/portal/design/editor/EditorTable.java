package io.cardloom.portal.design.editor;

import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.design.AppliedEdit;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.feature.Features;
import io.cardloom.designer.pack.PackId;
import io.cardloom.designer.pack.Packs;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.render.Renderer;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One person's calls on one design. Every call answers in JSON: what came of it, or the refusal's
 * code and sentence.
 */
record EditorTable(
        Actor actor,
        DesignId design,
        Designs designs,
        Assets assets,
        Renderer renderer,
        Preflight preflight,
        Features features,
        Packs packs) {

    private static final int LIBRARY = 24;

    String edit(long base, long sequence, String session, String command) {
        return committed(
                () ->
                        designs.apply(
                                actor,
                                design,
                                base,
                                DesignJson.readCommand(command),
                                new EditOrigin(session, sequence)));
    }

    String undo(long sequence, String session) {
        return committed(() -> designs.undo(actor, design, new EditOrigin(session, sequence)));
    }

    String redo(long sequence, String session) {
        return committed(() -> designs.redo(actor, design, new EditOrigin(session, sequence)));
    }

    String editsAfter(long number) {
        return EditorJson.edits(designs.edits(actor, design, number));
    }

    String upload(String fileName, InputStream content) {
        return answered(
                () -> {
                    features.require(actor.tenant(), program(), Feature.UPLOAD);
                    return EditorJson.asset(assets.upload(actor, fileName, content));
                });
    }

    /** Up to {@link #LIBRARY} pictures that the person's organization uploaded, newest first. */
    String library(String query, int offset) {
        return answered(
                () ->
                        EditorJson.library(
                                assets.list(actor, query, Math.max(0, offset), LIBRARY),
                                assets.count(actor, query)));
    }

    /** The packs that the design's product is offered; what is in them comes one by one. */
    String packsOffered() {
        return answered(() -> EditorJson.packs(packs.offered(actor, program())));
    }

    String pack(String id) {
        return answered(() -> packs.offered(actor, program(), packId(id)).json());
    }

    private static PackId packId(String id) {
        try {
            return new PackId(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("pack");
        }
    }

    private ProgramId program() {
        return designs.open(actor, design).program();
    }

    String freeze() {
        return answered(() -> EditorJson.frozen(designs.freeze(actor, design).digest()));
    }

    String inspect() {
        return EditorJson.findings(preflight.inspect(actor, design).findings());
    }

    /** Path data by layer id; a layer whose text cannot be set (no such font) is left out. */
    String outlines(String layers) {
        Map<String, String> paths = new LinkedHashMap<>();
        EditorJson.layers(layers)
                .forEach(
                        (id, layer) -> {
                            try {
                                paths.put(id, outline(layer));
                            } catch (Refusal e) {
                                paths.remove(id);
                            }
                        });
        return EditorJson.write(paths);
    }

    private String outline(Layer layer) {
        return switch (layer.content()) {
            case TextContent text -> renderer.outline(actor.tenant(), text, layer.box()).path();
            case FieldContent field -> renderer.outline(actor.tenant(), field, layer.box()).path();
            case CodeContent code -> renderer.outline(code, layer.box());
            default -> "";
        };
    }

    private static String committed(Supplier<AppliedEdit> edit) {
        return answered(() -> EditorJson.edit(edit.get()));
    }

    private static String answered(Supplier<String> call) {
        try {
            return call.get();
        } catch (Refusal refusal) {
            return EditorJson.refusal(refusal);
        }
    }
}
