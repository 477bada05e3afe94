package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.role.RequiresKeys;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the software keystore; whether it may be taken is decided by the drivers' door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
@RequiresKeys
class SoftwareKeyDriver {

    @Bean
    KeyDriver softwareKeys(KeySettings settings, @Value("${cardloom.data.folder:data}") Path data) {
        KeyFolder folder = new KeyFolder(data.resolve("keys"));
        return new SoftwareKeys(folder, new MasterKey(folder, settings.master())).driver();
    }
}
