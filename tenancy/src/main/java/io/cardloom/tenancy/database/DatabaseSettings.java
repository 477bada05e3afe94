package io.cardloom.tenancy.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data are.
 *
 * @param url JDBC address of an outside MySQL 8.4+ or MariaDB 10.11+; null starts the embedded
 *     server
 * @param user of the outside server
 * @param password of the outside server
 * @param schema of the embedded server
 */
@ConfigurationProperties("cardloom.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("cardloom") String schema) {}
