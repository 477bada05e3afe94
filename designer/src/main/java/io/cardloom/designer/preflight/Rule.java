package io.cardloom.designer.preflight;

import tools.jackson.databind.JsonNode;

/**
 * One rule, as the rule book has it.
 *
 * @param address what findings name it by, such as {@code CL-01}; never given to another rule
 * @param title a few words for people
 * @param evaluator which check does the judging
 * @param source of the rule: a standard with its clause, the card body, or a house rule
 * @param parameters of the check; lengths in micrometers
 */
record Rule(String address, String title, String evaluator, String source, JsonNode parameters) {

    int number(String name) {
        return parameters.required(name).asInt();
    }

    double decimal(String name) {
        return parameters.required(name).asDouble();
    }

    String text(String name) {
        return parameters.required(name).asString();
    }
}
