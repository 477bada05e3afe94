package io.cardloom.portal.design.editor;

import io.cardloom.designer.asset.Asset;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.collaboration.CollaborationMessage.Present;
import io.cardloom.designer.design.AppliedEdit;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.pack.Pack;
import io.cardloom.designer.preflight.Finding;
import io.cardloom.portal.component.StateMark;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON between the browser's editor and the server. */
final class EditorJson {

    /** Where the browser fetches a design's pictures, and those of the library, by their digest. */
    record Places(String pictures, String library) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private EditorJson() {}

    /**
     * @param issuer whether the actor works for the issuer, who alone decides what is mandatory
     * @param features what the design's product has
     * @param assets where pictures are, by their digest
     */
    static String start(
            DesignView view,
            List<EditorFonts.Choice> fonts,
            Actor actor,
            boolean issuer,
            Set<Feature> features,
            Places assets) {
        ObjectNode start = JSON.createObjectNode();
        start.put("design", view.id().value());
        start.put("name", view.name());
        start.put("number", view.number());
        start.put("state", view.state().name());
        start.put("stateWord", StateMark.words(view.state()));
        start.set("layers", JSON.readTree(DesignJson.write(view.document())).get("layers"));
        start.set("card", card(view.cardBody()));
        ArrayNode faces = start.putArray("fonts");
        for (EditorFonts.Choice font : fonts) {
            faces.addObject()
                    .put("family", font.family())
                    .put("weight", font.weight())
                    .put("label", font.label())
                    .put("url", font.url())
                    .put("own", font.own())
                    .put("withdrawn", font.withdrawn());
        }
        start.put("assets", assets.pictures());
        start.put("library", assets.library());
        start.put("person", actor.requirePerson().value());
        start.put("readonly", !actor.may(Permission.EDIT_DESIGN));
        start.put("issuer", issuer);
        start.put("mayFreeze", actor.may(Permission.FREEZE_DESIGN));
        ArrayNode on = start.putArray("features");
        features.forEach(feature -> on.add(feature.word()));
        return start.toString();
    }

    private static ObjectNode card(CardBody body) {
        ObjectNode card =
                JSON.createObjectNode()
                        .put("name", body.name())
                        .put("color", body.color())
                        .put("finish", word(body.finish()))
                        .put("width", body.width())
                        .put("height", body.height())
                        .put("cornerRadius", body.cornerRadius())
                        .put("bleed", body.bleed())
                        .put("safeMargin", body.safeMargin());
        ArrayNode zones = card.putArray("zones");
        for (Zone zone : body.zones()) {
            zones.addObject()
                    .put("kind", word(zone.kind()))
                    .put("face", zone.face().word())
                    .put("x", zone.x())
                    .put("y", zone.y())
                    .put("width", zone.width())
                    .put("height", zone.height())
                    .put("keepClear", zone.keepClear());
        }
        return card;
    }

    static String edit(AppliedEdit edit) {
        return node(edit).toString();
    }

    static String edits(List<AppliedEdit> edits) {
        ArrayNode all = JSON.createArrayNode();
        edits.forEach(edit -> all.add(node(edit)));
        return all.toString();
    }

    private static ObjectNode node(AppliedEdit edit) {
        ObjectNode node = JSON.createObjectNode();
        node.put("number", edit.number());
        node.set("command", JSON.readTree(DesignJson.write(edit.command())));
        node.put("session", edit.origin().session());
        node.put("sequence", edit.origin().sequence());
        return node;
    }

    static String people(List<Present> people) {
        ArrayNode all = JSON.createArrayNode();
        for (Present one : people) {
            all.addObject()
                    .put("person", one.person().value())
                    .put("name", one.name())
                    .put("color", one.color());
        }
        return all.toString();
    }

    static String findings(List<Finding> findings) {
        ArrayNode all = JSON.createArrayNode();
        for (Finding one : findings) {
            ObjectNode node =
                    all.addObject()
                            .put("rule", one.rule())
                            .put("severity", word(one.severity()))
                            .put("face", one.face().word())
                            .put("x", one.x())
                            .put("y", one.y())
                            .put("width", one.width())
                            .put("height", one.height())
                            .put("message", one.message())
                            .put("remedy", one.remedy());
            if (one.layer() != null) {
                node.put("layer", one.layer().value());
            }
            if (one.fix() != null) {
                node.putObject("fix")
                        .put("label", one.fix().label())
                        .set("command", JSON.readTree(DesignJson.write(one.fix().command())));
            }
        }
        return all.toString();
    }

    static String asset(Asset asset) {
        return node(asset).toString();
    }

    static String library(List<Asset> page, long count) {
        ObjectNode library = JSON.createObjectNode().put("count", count);
        ArrayNode assets = library.putArray("assets");
        page.forEach(asset -> assets.add(node(asset)));
        return library.toString();
    }

    private static ObjectNode node(Asset asset) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("digest", asset.digest().hex())
                        .put("name", asset.name())
                        .put("widthPx", asset.widthPx())
                        .put("heightPx", asset.heightPx());
        ArrayNode notes = node.putArray("notes");
        asset.notes().forEach(notes::add);
        return node;
    }

    static String packs(List<Pack> packs) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode list = all.putArray("packs");
        for (Pack pack : packs) {
            list.addObject()
                    .put("id", pack.id().value())
                    .put("name", pack.name())
                    .put("kind", pack.content().kind());
        }
        return all.toString();
    }

    static String frozen(Digest digest) {
        return JSON.createObjectNode().put("digest", digest.hex64()).toString();
    }

    static String refusal(Refusal refusal) {
        return JSON.createObjectNode()
                .put("code", refusal.code())
                .put("message", refusal.sentence())
                .toString();
    }

    static boolean isRefusal(String answer) {
        return JSON.readTree(answer).has("code");
    }

    /** The layers of a JSON object by id, checked as if they were added. */
    static Map<String, Layer> layers(String json) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : JSON.readTree(json).properties()) {
            ObjectNode add = JSON.createObjectNode();
            add.put("op", "add").put("id", one.getKey()).set("layer", one.getValue());
            if (DesignJson.readCommand(add.toString()) instanceof EditCommand.AddLayer added) {
                layers.put(one.getKey(), added.layer());
            }
        }
        return layers;
    }

    static Set<LayerId> layerIds(String json) {
        return JSON.readTree(json)
                .valueStream()
                .map(id -> new LayerId(id.asString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String ids(Collection<LayerId> ids) {
        ArrayNode all = JSON.createArrayNode();
        ids.forEach(id -> all.add(id.value()));
        return all.toString();
    }

    static String write(Map<String, String> map) {
        return JSON.writeValueAsString(map);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
