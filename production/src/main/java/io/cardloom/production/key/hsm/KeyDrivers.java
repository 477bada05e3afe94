package io.cardloom.production.key.hsm;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The driver that is configured. The production profile takes only one in front of hardware, and
 * does not start otherwise (PCI Card Production, Logical, on where keys may be).
 */
@Component
public class KeyDrivers {

    private final KeyDriver current;

    @Autowired
    KeyDrivers(
            List<KeyDriver> drivers,
            @Value("${cardloom.keys.driver:software}") String name,
            Environment environment) {
        this(drivers, name, environment.acceptsProfiles(Profiles.of("production")));
    }

    /** What the application does at its start, for tests of drivers too. */
    public KeyDrivers(List<KeyDriver> drivers, String name, boolean production) {
        this.current =
                drivers.stream()
                        .filter(d -> d.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "cardloom.keys.driver names no driver that is"
                                                        + " configured; there is "
                                                        + drivers.stream()
                                                                .map(KeyDriver::name)
                                                                .sorted()
                                                                .toList()));
        if (production && !current.hardware()) {
            throw new IllegalStateException(
                    "The production profile keeps its keys in a hardware security module and not"
                            + " in software: set cardloom.keys.driver=pkcs11 or payshield and"
                            + " the device's settings (docs/keys.md).");
        }
    }

    public KeyDriver current() {
        return current;
    }
}
