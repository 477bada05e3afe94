package io.cardloom.connectors.payshield;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is configured, and what keeps Cardloom from starting. */
class PayshieldKeyDriverTest {

    @TempDir Path folder;

    private ApplicationContextRunner application(String... settings) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(PayshieldKeyDriver.class)
                .withPropertyValues(
                        "cardloom.keys.driver=payshield",
                        "cardloom.data.folder=" + folder,
                        "cardloom.keys.payshield.host=localhost")
                .withPropertyValues(settings);
    }

    @Test
    void startsInFrontOfADeviceAndKeepsOnlyBlocksOfItsKeys() throws Exception {
        try (HostCommandServer device = new HostCommandServer()) {
            application("cardloom.keys.payshield.port=" + device.port())
                    .run(
                            context -> {
                                KeyDriver driver = context.getBean(KeyDriver.class);
                                assertThat(driver.name()).isEqualTo("payshield");
                                assertThat(driver.hardware()).isTrue();
                                driver.protection().seal(KeyName.MASTER, new byte[1], "here");
                                assertThat(folder.resolve("keys/payshield/cardloom/master.key"))
                                        .content()
                                        .startsWith("S1012821AB00N0000");
                            });
        }
    }

    @Test
    void isNotThereWhenAnotherDriverIsChosen() {
        application("cardloom.keys.driver=software")
                .run(context -> assertThat(context).doesNotHaveBean(KeyDriver.class));
    }

    @Test
    void doesNotStartWithoutAHostNorWithSettingsThatCannotBe() {
        application("cardloom.keys.payshield.host=")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .hasRootCauseMessage(
                                                "cardloom.keys.driver=payshield needs"
                                                        + " cardloom.keys.payshield.host"));
        for (String wrong : new String[] {"header-length=256", "connections=0", "lmk=7"}) {
            application("cardloom.keys.payshield." + wrong)
                    .run(context -> assertThat(context).hasFailed());
        }
    }

    @Test
    void doesNotStartInFrontOfADeviceThatIsNotReachedOrSaysNo() throws Exception {
        try (HostCommandServer device = new HostCommandServer()) {
            device.misbehave(HostCommandServer.Misbehavior.ERROR_41);
            assertFails("HSM_ERROR_41", "cardloom.keys.payshield.port=" + device.port());
            device.close();
            assertFails("HSM_UNREACHABLE", "cardloom.keys.payshield.port=" + device.port());
        }
    }

    @Test
    void speaksTlsAndOnlyWithTheDeviceThatTheBundleTrusts() throws Exception {
        Identity identity = identity("localhost");
        Identity elsewhere = identity("elsewhere.example");
        try (HostCommandServer device = new HostCommandServer(identity.sockets());
                HostCommandServer named = new HostCommandServer(elsewhere.sockets())) {
            String port = "cardloom.keys.payshield.port=" + device.port();
            String bundle = "cardloom.keys.payshield.ssl-bundle=hsm";
            String trust = "spring.ssl.bundle.pem.hsm.truststore.certificate=";
            application(port, bundle, trust + pem(identity))
                    .run(
                            context ->
                                    assertThat(
                                                    context.getBean(KeyDriver.class)
                                                            .protection()
                                                            .seal(
                                                                    KeyName.MASTER,
                                                                    new byte[1],
                                                                    "here"))
                                            .hasSize(30));
            assertFails("HSM_UNREACHABLE", port, bundle, trust + pem(elsewhere));
            assertFails(
                    "HSM_UNREACHABLE",
                    "cardloom.keys.payshield.port=" + named.port(),
                    bundle,
                    trust + pem(elsewhere));
        }
    }

    private void assertFails(String code, String... settings) {
        application(settings)
                .run(
                        context -> {
                            Throwable cause = context.getStartupFailure();
                            while (cause != null && !(cause instanceof KeyDeviceFailure)) {
                                cause = cause.getCause();
                            }
                            assertThat(cause)
                                    .isInstanceOfSatisfying(
                                            KeyDeviceFailure.class,
                                            e -> assertThat(e.code()).isEqualTo(code));
                        });
    }

    private record Identity(KeyPair pair, X509Certificate certificate) {

        ServerSocketFactory sockets() throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "device", pair.getPrivate(), new char[0], new Certificate[] {certificate});
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        }
    }

    private String pem(Identity identity) throws Exception {
        return Files.writeString(
                        Files.createTempFile(folder, "trust", ".pem"),
                        "-----BEGIN CERTIFICATE-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(identity.certificate().getEncoded())
                                + "\n-----END CERTIFICATE-----\n")
                .toUri()
                .toString();
    }

    private static Identity identity(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Instant now = Instant.now();
        X500Name subject = new X500Name("CN=" + name);
        return new Identity(
                pair,
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                subject,
                                                BigInteger.ONE,
                                                Date.from(now.minusSeconds(60)),
                                                Date.from(now.plusSeconds(3600)),
                                                subject,
                                                pair.getPublic())
                                        .addExtension(
                                                Extension.subjectAlternativeName,
                                                false,
                                                new GeneralNames(
                                                        new GeneralName(GeneralName.dNSName, name)))
                                        .build(
                                                new JcaContentSignerBuilder("SHA256withECDSA")
                                                        .build(pair.getPrivate()))));
    }
}
