package io.cardloom.designer.asset.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cardloom.designer.asset.Forge;
import io.cardloom.designer.asset.picture.PictureFile;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecodersTest {

    private static final byte[] PNG = Forge.png(64, 48);

    /** A sound picture of 40 million pixels, all of them black. */
    private static final byte[] LARGE = black(6_300);

    private final Decoders decoders =
            new Decoders(1, Duration.ofSeconds(10), Duration.ofSeconds(9));

    @AfterEach
    void close() {
        decoders.close();
    }

    @Test
    void startsOnlyWhenNeededAndStaysWarm() {
        assertThat(decoders.pids()).isEmpty();
        decoders.picture(PictureFile.png(PNG));
        List<Long> warm = decoders.pids();
        decoders.drawing(Forge.svg("<rect width='9' height='9'/>"));
        assertThat(decoders.pids()).hasSize(1).isEqualTo(warm);
    }

    @Test
    void staysOfUseAfterARefusal() {
        decoders.picture(PictureFile.png(PNG));
        List<Long> warm = decoders.pids();
        assertThatThrownBy(() -> decoders.drawing(Forge.bytes("<svg>")))
                .isInstanceOf(Refusal.class);
        assertThat(decoders.picture(PictureFile.png(PNG)).master().width()).isEqualTo(64);
        assertThat(decoders.pids()).isEqualTo(warm);
    }

    @Test
    void replacesADecoderThatDied() throws Exception {
        decoders.picture(PictureFile.png(PNG));
        long first = decoders.pids().getFirst();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        ProcessHandle.of(first).ifPresent(p -> p.onExit().join());
        assertThat(decoders.picture(PictureFile.png(PNG)).master().height()).isEqualTo(48);
        assertThat(decoders.pids()).hasSize(1).doesNotContain(first);
    }

    @Test
    void killsADecoderAtItsLimitAndSaysSo() {
        Decoders hasty = new Decoders(1, Duration.ofMillis(50), Duration.ofSeconds(9));
        try {
            PictureFile file = PictureFile.png(LARGE);
            assertThatThrownBy(() -> hasty.picture(file))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("UPLOAD_TOO_SLOW"));
            assertThat(hasty.pids()).isEmpty();
        } finally {
            hasty.close();
        }
    }

    /** As the kernel ends one that wants more memory than there is. */
    @Test
    void saysThatAFileIsTooMuchWhenItsDecoderDiesOfIt() throws Exception {
        Decoders one = new Decoders(1, Duration.ofSeconds(20), Duration.ofSeconds(9));
        try {
            one.picture(PictureFile.png(PNG));
            long pid = one.pids().getFirst();
            PictureFile file = PictureFile.png(LARGE);
            Duration before = worked(pid);
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread upload =
                    Thread.ofPlatform()
                            .start(() -> thrown.set(catchThrowable(() -> one.picture(file))));
            while (worked(pid).minus(before).toMillis() < 50) {
                Thread.sleep(5);
            }
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            upload.join();
            assertThat(thrown.get())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            r -> assertThat(r.code()).isEqualTo("UPLOAD_TOO_COMPLEX"));
        } finally {
            one.close();
        }
    }

    private static Duration worked(long pid) {
        return ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration()).orElseThrow();
    }

    @Test
    void saysThatItIsBusyWhenNoDecoderComesFree() throws Exception {
        Decoders one = new Decoders(1, Duration.ofSeconds(10), Duration.ofMillis(20));
        PictureFile large = PictureFile.png(LARGE);
        Thread first = Thread.ofPlatform().start(() -> one.picture(large));
        try {
            Thread.sleep(300);
            assertThatThrownBy(() -> one.picture(PictureFile.png(PNG)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            r -> {
                                assertThat(r.code()).isEqualTo("UPLOAD_BUSY");
                                assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                            });
        } finally {
            first.join();
            one.close();
        }
    }

    @Test
    void decodesSixtyMillionPixelsInItsSmallHeap() {
        Decoded made = decoders.picture(PictureFile.png(black(7_700)));
        assertThat(made.master().width()).isBetween(3_750, 4_096);
        assertThat(made.master().height()).isEqualTo(made.master().width());
    }

    @Test
    void givesTheDecoderNoEnvironment() throws IOException {
        decoders.picture(PictureFile.png(PNG));
        Path environment = Path.of("/proc/" + decoders.pids().getFirst() + "/environ");
        assertThat(Files.readString(environment)).isEmpty();
    }

    @Test
    void endsWithTheProcessThatStartedIt() throws Exception {
        Process owner =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DecoderOwner.class.getName())
                        .redirectError(new File("/dev/null"))
                        .start();
        try (BufferedReader out = owner.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle decoder =
                    ProcessHandle.of(Long.parseLong(String.valueOf(out.readLine()))).orElseThrow();
            assertThat(decoder.isAlive()).isTrue();
            owner.destroyForcibly();
            decoder.onExit().get(20, TimeUnit.SECONDS);
            assertThat(decoder.isAlive()).isFalse();
        } finally {
            owner.destroyForcibly();
        }
    }

    private static byte[] black(int edge) {
        return Forge.pngOf(
                Forge.header(edge, edge, 8, 2),
                Forge.chunk("IDAT", Forge.deflatedZeros((long) edge * edge * 3 + edge)),
                Forge.chunk("IEND", new byte[0]));
    }

    /** Starts a decoder, tells its process id, and waits to be killed. */
    static final class DecoderOwner {

        private DecoderOwner() {}

        public static void main(String[] args) throws Exception {
            Decoders decoders = new Decoders();
            decoders.picture(PictureFile.png(PNG));
            System.out.println(decoders.pids().getFirst());
            System.out.flush();
            Thread.sleep(Duration.ofMinutes(2));
        }
    }
}
