package io.cardloom.connectors.bureau;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bureau says about a package, in JSON, before it signs it. No account data: cards go by
 * their numbers in the run. A field that is not named here makes the statement unreadable.
 *
 * @param schema {@value #SCHEMA}
 * @param packageName of the package this answers: run and content
 * @param manifestSha256 of the package's {@link PackageManifest#FILE_NAME} as the bureau read it
 * @param cards that the package asked for
 * @param stock plastics that the package named
 * @param good plastics that became good cards
 * @param spoiled plastics that were spoiled, at least one for each spoiled number
 * @param left plastics that were not used
 * @param spoiledNumbers the cards that were not made good, each once, ascending
 */
public record AcknowledgementStatement(
        int schema,
        String packageName,
        String manifestSha256,
        int cards,
        int stock,
        int good,
        int spoiled,
        int left,
        List<Integer> spoiledNumbers) {

    public static final int SCHEMA = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .disable(tools.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    public AcknowledgementStatement {
        spoiledNumbers = List.copyOf(spoiledNumbers);
    }

    public byte[] bytes() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalArgumentException when it is not a statement of this schema
     */
    static AcknowledgementStatement read(byte[] bytes) {
        try {
            AcknowledgementStatement said = JSON.readValue(bytes, AcknowledgementStatement.class);
            if (said.schema() != SCHEMA) {
                throw new IllegalArgumentException("another schema of acknowledgement");
            }
            return said;
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("not an acknowledgement");
        }
    }

    /** Whether every card and every plastic is accounted for, once. */
    boolean addsUp() {
        boolean distinct = spoiledNumbers.stream().distinct().count() == spoiledNumbers.size();
        boolean known = spoiledNumbers.stream().allMatch(n -> n >= 1 && n <= cards);
        return distinct
                && known
                && cards >= 1
                && good >= 0
                && left >= 0
                && good == cards - spoiledNumbers.size()
                && spoiled >= spoiledNumbers.size()
                && (long) good + spoiled + left == stock;
    }
}
