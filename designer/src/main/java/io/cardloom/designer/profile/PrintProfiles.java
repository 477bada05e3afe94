package io.cardloom.designer.profile;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.PrintMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The print profiles that ship with Cardloom, one for each print method. */
@Component
public class PrintProfiles {

    private final Map<PrintMethod, PrintProfile> byMethod = new EnumMap<>(PrintMethod.class);

    private final String digest;

    /**
     * @throws IllegalStateException when a print method has no profile
     */
    public PrintProfiles() {
        byte[] data = data();
        JsonMapper.shared()
                .readValue(data, new TypeReference<List<PrintProfile>>() {})
                .forEach(profile -> byMethod.put(profile.method(), profile));
        this.digest = sha256(data);
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
        return of(body).figure("smallest-text", body.finish());
    }

    /** SHA-256 of the profiles as data, 64 lower-case hexadecimal characters. */
    public String digest() {
        return digest;
    }

    private static byte[] data() {
        try (InputStream in = PrintProfiles.class.getResourceAsStream("profiles.json")) {
            if (in == null) {
                throw new IllegalStateException("profiles.json is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
