package io.cardloom.connectors.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.connectors.simulator.TestKeys;
import io.cardloom.production.output.PackagedFile;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PackageSealTest {

    @TempDir private Path folder;

    @Test
    void opensslDecryptsAndVerifiesThePackage() throws Exception {
        TestKeys cardloom = new TestKeys();
        KeyPair bureau = TestKeys.bureau();
        X509Certificate bureauCertificate = TestKeys.certificate(bureau, "Bureau");
        RunPackage what = Packages.of(10, 12, 300_000);
        Path sealed = folder.resolve("package.p7m");
        String manifestSha256;
        try (OutputStream out = Files.newOutputStream(sealed)) {
            manifestSha256 = PackageSeal.seal(what, cardloom.signer(), bureauCertificate, out);
        }
        Path key = OpenSsl.pem(folder.resolve("bureau.key"), bureau.getPrivate());
        Path ours = OpenSsl.pem(folder.resolve("cardloom.pem"), cardloom.cardloom());
        Path signed = folder.resolve("signed.p7s");
        Path zip = folder.resolve("content.zip");
        OpenSsl.run(
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                sealed.toString(),
                "-inkey",
                key.toString(),
                "-out",
                signed.toString());
        OpenSsl.run(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signed.toString(),
                "-CAfile",
                ours.toString(),
                "-certfile",
                ours.toString(),
                "-nointern",
                "-purpose",
                "any",
                "-out",
                zip.toString());
        try (ZipFile content = new ZipFile(zip.toFile())) {
            assertThat(Collections.list(content.entries()))
                    .extracting("name")
                    .containsExactly(PackageManifest.FILE_NAME, "records.csv", "print.pdf");
            byte[] manifest =
                    content.getInputStream(content.getEntry(PackageManifest.FILE_NAME))
                            .readAllBytes();
            assertThat(Packages.sha256(manifest)).isEqualTo(manifestSha256);
            assertThat(PackageManifest.read(manifest)).isEqualTo(PackageManifest.of(what));
            for (PackagedFile file : what.files()) {
                byte[] there = content.getInputStream(content.getEntry(file.name())).readAllBytes();
                assertThat(Packages.sha256(there)).isEqualTo(file.sha256());
            }
        }
    }

    @Test
    void showsNothingOfTheContentToAnybodyElse() throws Exception {
        TestKeys cardloom = new TestKeys();
        KeyPair bureau = TestKeys.bureau();
        byte[] secret = "a very telling line ".repeat(500).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String hash =
                PackageSeal.seal(
                        Packages.of(1, 1, Packages.file("records.csv", secret)),
                        cardloom.signer(),
                        TestKeys.certificate(bureau, "Bureau"),
                        out);
        assertThat(hash).hasSize(64);
        String sealed = out.toString(StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain("telling").doesNotContain("records.csv");
        Path file = Files.write(folder.resolve("p.p7m"), out.toByteArray());
        Path wrong = OpenSsl.pem(folder.resolve("x.key"), TestKeys.pair("RSA", 2048).getPrivate());
        Path opened = folder.resolve("opened");
        int exit =
                OpenSsl.exit(
                        "cms",
                        "-decrypt",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        file.toString(),
                        "-inkey",
                        wrong.toString(),
                        "-out",
                        opened.toString());
        boolean nothing =
                exit != 0
                        || !Files.readString(opened, StandardCharsets.ISO_8859_1)
                                .contains("telling");
        assertThat(nothing).isTrue();
    }

    @Test
    void breaksOffWhenAFileIsNotWhatWasPrepared() throws Exception {
        TestKeys cardloom = new TestKeys();
        X509Certificate bureau = TestKeys.certificate(TestKeys.bureau(), "Bureau");
        PackagedFile good = Packages.file("records.csv", new byte[100]);
        PackagedFile other =
                new PackagedFile("records.csv", 100, good.sha256(), out -> out.write(new byte[99]));
        assertThatThrownBy(
                        () ->
                                PackageSeal.seal(
                                        Packages.of(1, 1, other),
                                        cardloom.signer(),
                                        bureau,
                                        OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not what was prepared");
    }

    @Test
    void refusesACertificateThatCannotReceive() throws Exception {
        TestKeys cardloom = new TestKeys();
        for (X509Certificate unfit :
                new X509Certificate[] {
                    TestKeys.certificate(TestKeys.pair("EC", 256), "Bureau"),
                    TestKeys.certificate(TestKeys.pair("RSA", 1024), "Bureau")
                }) {
            assertThatThrownBy(
                            () ->
                                    PackageSeal.seal(
                                            Packages.of(1, 1, 10),
                                            cardloom.signer(),
                                            unfit,
                                            OutputStream.nullOutputStream()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            r -> assertThat(r.code()).isEqualTo("BUREAU_CERTIFICATE_UNFIT"));
        }
    }

    @Test
    void sealsThreeHundredMegabytesInFortyOfHeap() throws Exception {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx40m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SealLargePackage.class.getName(),
                                "300")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("sealed");
    }
}
