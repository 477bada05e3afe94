package io.cardloom.connectors.payshield;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the device is reached.
 *
 * @param host its name or address
 * @param port of the local master key that is used; the maker's own count from 1500, with TLS from
 *     2500
 * @param headerLength characters before each command, from 0 to 255, as the device is configured
 * @param lmk identifier of the local master key, two digits; null leaves it to the port
 * @param decimalizationTable the table 0123456789012345 as the device encrypted it: 16 hexadecimal
 *     digits, or L and 32 under a master key of AES; null when the device takes tables in clear
 * @param connections at a time, from 1 to 64
 * @param connectLimit until a connection stands
 * @param commandLimit until a command is answered whole
 * @param sslBundle the name of a Spring SSL bundle, for TLS; null for none
 */
@ConfigurationProperties("cardloom.keys.payshield")
record PayshieldSettings(
        @Nullable String host,
        @DefaultValue("1500") int port,
        @DefaultValue("4") int headerLength,
        @Nullable String lmk,
        @Nullable String decimalizationTable,
        @DefaultValue("4") int connections,
        @DefaultValue("5s") Duration connectLimit,
        @DefaultValue("10s") Duration commandLimit,
        @Nullable String sslBundle) {

    PayshieldSettings {
        if (headerLength < 0 || headerLength > 255) {
            throw new IllegalArgumentException("a header has 0 to 255 characters");
        }
        if (connections < 1 || connections > 64) {
            throw new IllegalArgumentException("there are 1 to 64 connections");
        }
        if (lmk != null && !lmk.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("a local master key is named by two digits");
        }
        if (decimalizationTable != null
                && !decimalizationTable.matches("[0-9A-F]{16}|L[0-9A-F]{32}")) {
            throw new IllegalArgumentException(
                    "an encrypted decimalization table has 16 hexadecimal digits, or L and 32");
        }
    }
}
