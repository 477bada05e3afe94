package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.role.RequiresKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the token when it is chosen; a token that is not reached keeps Cardloom from starting. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cardloom.keys.driver", havingValue = Pkcs11Keys.NAME)
@EnableConfigurationProperties(Pkcs11Settings.class)
@RequiresKeys
class Pkcs11KeyDriver {

    @Bean
    KeyDriver pkcs11Keys(Pkcs11Settings settings) {
        Path library = settings.library();
        String token = settings.token();
        Path pinFile = settings.pinFile();
        if (library == null || token == null || pinFile == null) {
            throw new IllegalStateException(
                    "cardloom.keys.driver=pkcs11 needs cardloom.keys.pkcs11.library, .token and"
                            + " .pin-file");
        }
        return new Pkcs11Keys(
                        new Token(new Cryptoki(library), token, pin(pinFile), settings.unused()))
                .driver();
    }

    private static byte[] pin(Path file) {
        try {
            byte[] read = Files.readAllBytes(file);
            int length = read.length;
            while (length > 0 && Character.isWhitespace(read[length - 1])) {
                length--;
            }
            byte[] pin = Arrays.copyOf(read, length);
            Arrays.fill(read, (byte) 0);
            return pin;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the file of cardloom.keys.pkcs11.pin-file cannot be read", e);
        }
    }
}
