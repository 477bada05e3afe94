package io.cardloom.connectors.hsm;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the token is reached.
 *
 * @param library the PKCS#11 library of the token's maker
 * @param token its label
 * @param pinFile a file that holds the user's PIN, readable by this process only; a PIN is not a
 *     setting, because settings are shown
 * @param unusedMechanisms numbers, such as {@code 0x1087}, of what the token lists and does not do
 *     well; it is made of simpler mechanisms then
 */
@ConfigurationProperties("cardloom.keys.pkcs11")
record Pkcs11Settings(
        @Nullable Path library,
        @Nullable String token,
        @Nullable Path pinFile,
        @Nullable Set<String> unusedMechanisms) {

    Set<Long> unused() {
        return unusedMechanisms == null
                ? Set.of()
                : unusedMechanisms.stream().map(Long::decode).collect(Collectors.toSet());
    }
}
