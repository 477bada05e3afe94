package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.role.RequiresKeys;
import java.nio.file.Path;
import javax.net.SocketFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the device when it is chosen; one that is not reached keeps Cardloom from starting. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cardloom.keys.driver", havingValue = PayshieldKeys.NAME)
@EnableConfigurationProperties(PayshieldSettings.class)
@RequiresKeys
class PayshieldKeyDriver {

    @Bean(destroyMethod = "close")
    HostLines payshieldLines(PayshieldSettings settings, ObjectProvider<SslBundles> bundles) {
        String host = settings.host();
        if (host == null || host.isBlank()) {
            throw new IllegalStateException(
                    "cardloom.keys.driver=payshield needs cardloom.keys.payshield.host");
        }
        String bundle = settings.sslBundle();
        SocketFactory sockets =
                bundle == null
                        ? SocketFactory.getDefault()
                        : bundles.getObject()
                                .getBundle(bundle)
                                .createSslContext()
                                .getSocketFactory();
        return new HostLines(sockets, host, settings);
    }

    @Bean
    KeyDriver payshieldKeys(
            HostLines payshieldLines,
            PayshieldSettings settings,
            @Value("${cardloom.data.folder:data}") Path data) {
        PayshieldKeys keys =
                new PayshieldKeys(
                        payshieldLines,
                        new LmkKeys(data.resolve("keys").resolve("payshield")),
                        settings.lmk(),
                        settings.decimalizationTable());
        keys.requireReady();
        return keys.driver();
    }
}
