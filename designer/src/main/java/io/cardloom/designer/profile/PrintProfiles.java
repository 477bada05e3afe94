package io.cardloom.designer.profile;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The print profiles that ship with Cardloom, one for each print method. */
@Component
public class PrintProfiles {

    private final Map<PrintMethod, PrintProfile> byMethod = new EnumMap<>(PrintMethod.class);

    /**
     * @throws IllegalStateException when a print method has no profile
     */
    public PrintProfiles() {
        try (InputStream in = PrintProfiles.class.getResourceAsStream("profiles.json")) {
            List<PrintProfile> profiles =
                    JsonMapper.shared().readValue(in, new TypeReference<List<PrintProfile>>() {});
            profiles.forEach(profile -> byMethod.put(profile.method(), profile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (byMethod.size() != PrintMethod.values().length) {
            throw new IllegalStateException("each print method needs a profile");
        }
    }

    /** The profile of the method that prints this card body. */
    public PrintProfile of(CardBody body) {
        PrintProfile profile = byMethod.get(body.printMethod());
        if (profile == null) {
            throw new IllegalStateException("each print method needs a profile");
        }
        return profile;
    }

    /** Em of the smallest legible text on this body, micrometers. */
    public int smallestText(CardBody body) {
        PrintProfile profile = of(body);
        return body.finish() == Finish.FROSTED
                ? profile.smallestTextOnFrosted()
                : profile.smallestText();
    }
}
