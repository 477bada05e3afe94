package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A design on the server's own kernels, without a database: what {@link Designs} does under its
 * lock, for editors whose every meeting a test wants to choose.
 */
public final class InMemoryDesign {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Committed(EditHistory.Past past, String session, long sequence) {}

    private final List<Committed> edits = new ArrayList<>();
    private final Map<String, Committed> byOrigin = new HashMap<>();
    private DesignDocument head =
            DesignDocument.blank(new CardBodyId("bod_00000000000000000000000001"));

    /**
     * One call as the browser makes it.
     *
     * @param call {@code {"op":"edit|undo|redo","person":n,"session","sequence","command"}}, {@code
     *     {"op":"after","number":n}} or {@code {"op":"open"}}
     * @return the answer's JSON
     */
    public String answer(JsonNode call) {
        return switch (call.get("op").asString()) {
            case "after" -> after(call.get("number").asLong());
            case "open" -> open();
            default -> answered(() -> committed(call));
        };
    }

    private static String answered(Supplier<ObjectNode> call) {
        try {
            return call.get().toString();
        } catch (Refusal refusal) {
            return JSON.createObjectNode()
                    .put("code", refusal.code())
                    .put("message", refusal.sentence())
                    .toString();
        }
    }

    private ObjectNode committed(JsonNode call) {
        String session = call.get("session").asString();
        long sequence = call.get("sequence").asLong();
        PersonId person =
                new PersonId(String.format(Locale.ROOT, "per_%026d", call.get("person").asInt()));
        Committed before = byOrigin.get(session + '/' + sequence);
        if (before != null) {
            return node(before);
        }
        EditHistory history = new EditHistory(edits.stream().map(Committed::past).toList());
        return switch (call.get("op").asString()) {
            case "undo" -> {
                EditHistory.Step step =
                        history.undo(person, head).orElseThrow(InMemoryDesign::nothing);
                yield put(person, AppliedEdit.Kind.UNDO, step, session, sequence);
            }
            case "redo" -> {
                EditHistory.Step step =
                        history.redo(person, head).orElseThrow(InMemoryDesign::nothing);
                yield put(person, AppliedEdit.Kind.REDO, step, session, sequence);
            }
            default -> {
                EditCommand command = DesignJson.readCommand(call.get("command").asString());
                EditHistory.Step step = new EditHistory.Step(command, 0);
                yield put(person, AppliedEdit.Kind.EDIT, step, session, sequence);
            }
        };
    }

    private static Refusal nothing() {
        return Refusal.conflict("NOTHING_TO_UNDO", "There is nothing left to take back.");
    }

    private ObjectNode put(
            PersonId person,
            AppliedEdit.Kind kind,
            EditHistory.Step step,
            String session,
            long sequence) {
        EditPlan plan = EditPlan.of(head, step.command(), EditPlan.Side.ISSUER);
        head = plan.document();
        Committed made =
                new Committed(
                        new EditHistory.Past(
                                edits.size() + 1L,
                                person,
                                kind,
                                step.refers(),
                                plan.command(),
                                plan.inverse()),
                        session,
                        sequence);
        edits.add(made);
        byOrigin.put(session + '/' + sequence, made);
        return node(made);
    }

    private static ObjectNode node(Committed edit) {
        ObjectNode node = JSON.createObjectNode();
        node.put("number", edit.past().number());
        node.set("command", JSON.readTree(DesignJson.write(edit.past().command())));
        node.put("session", edit.session());
        node.put("sequence", edit.sequence());
        return node;
    }

    private String after(long number) {
        ArrayNode all = JSON.createArrayNode();
        edits.subList((int) number, edits.size()).forEach(edit -> all.add(node(edit)));
        return all.toString();
    }

    private String open() {
        ObjectNode open = JSON.createObjectNode().put("number", edits.size());
        open.set("layers", JSON.readTree(DesignJson.write(head)).get("layers"));
        return open.toString();
    }
}
