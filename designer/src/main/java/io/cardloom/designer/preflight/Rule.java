package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.profile.PrintProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One rule, as the rule book has it.
 *
 * @param address what findings name it by, such as {@code CL-01}; never given to another rule
 * @param title a few words for people
 * @param evaluator which check does the judging
 * @param severity of what fails it; a check may find a lesser degree
 * @param source of the rule
 * @param applies to which card bodies; null for all
 * @param parameters of the check; lengths in micrometers; a text that begins with {@code @} stands
 *     for the figure of that name in the print profile
 */
record Rule(
        String address,
        String title,
        String evaluator,
        Severity severity,
        Source source,
        @Nullable Applies applies,
        JsonNode parameters) {

    boolean isFor(CardBody body) {
        return applies == null || applies.to(body);
    }

    /** This rule with the figures of the profile that prints this body. */
    Rule on(CardBody body, PrintProfile profile) {
        ObjectNode bound = (ObjectNode) parameters.deepCopy();
        for (Map.Entry<String, JsonNode> one : parameters.properties()) {
            JsonNode value = one.getValue();
            if (value.isString() && value.asString().startsWith("@")) {
                bound.put(
                        one.getKey(), profile.figure(value.asString().substring(1), body.finish()));
            }
        }
        return new Rule(address, title, evaluator, severity, source, applies, bound);
    }

    int number(String name) {
        return parameters.required(name).asInt();
    }

    double decimal(String name) {
        return parameters.required(name).asDouble();
    }

    String text(String name) {
        return parameters.required(name).asString();
    }

    /** The words of a list; none where there is no such list. */
    List<String> words(String name) {
        return StreamSupport.stream(parameters.path(name).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
