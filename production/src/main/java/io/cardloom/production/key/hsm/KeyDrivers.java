package io.cardloom.production.key.hsm;

import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The driver that is configured. The production profile takes only one in front of hardware, and
 * does not start otherwise (PCI Card Production, Logical, on where keys may be). A process in the
 * role web has none, and does not start when it is told of one.
 */
@Component
public class KeyDrivers {

    private static final List<String> OPENING =
            List.of(
                    "cardloom.keys.master",
                    "cardloom.keys.pkcs11.pin-file",
                    "cardloom.keys.payshield.host");

    private final @Nullable KeyDriver current;

    @Autowired
    KeyDrivers(
            ObjectProvider<KeyDriver> drivers,
            @Value("${cardloom.keys.driver:software}") String name,
            Environment environment) {
        this.current =
                ProcessRole.of(environment).holdsKeys()
                        ? chosen(
                                drivers.stream().toList(),
                                name,
                                environment.acceptsProfiles(Profiles.of("production")))
                        : none(environment);
    }

    /** What the application does at its start, for tests of drivers too. */
    public KeyDrivers(List<KeyDriver> drivers, String name, boolean production) {
        this.current = chosen(drivers, name, production);
    }

    private static KeyDriver chosen(List<KeyDriver> drivers, String name, boolean production) {
        KeyDriver chosen =
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
        if (production && !chosen.hardware()) {
            throw new IllegalStateException(
                    "The production profile keeps its keys in a hardware security module and not"
                            + " in software: set cardloom.keys.driver=pkcs11 or payshield and"
                            + " the device's settings (docs/keys.md).");
        }
        return chosen;
    }

    private static @Nullable KeyDriver none(Environment environment) {
        for (String setting : OPENING) {
            if (environment.containsProperty(setting)) {
                throw new IllegalStateException(
                        setting
                                + " opens keys, and a process in the role web must not be given"
                                + " it: take it out of this process's configuration.");
            }
        }
        return null;
    }

    /** Whether this process has any. */
    public boolean isThere() {
        return current != null;
    }

    /**
     * @throws Refusal {@code KEYS_ELSEWHERE} (conflict) in a process that holds no keys
     */
    public KeyDriver current() {
        KeyDriver driver = current;
        if (driver == null) {
            throw ProcessRole.keysElsewhere();
        }
        return driver;
    }
}
