package io.cardloom.designer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class OpenRasterReaderTest {

    private static final String EMPTY =
            "{\"cardBody\":\"bod_00000000000000000000000000\",\"layers\":{},\"schema\":2}";

    private interface Packing {
        void into(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            packing.into(zip);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static byte[] with(String document) throws IOException {
        return zip(zip -> put(zip, "design.json", document.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(String code, InputStream file) {
        assertThatThrownBy(() -> OpenRasterReader.read(file))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageEndingWith(".");
    }

    private static void refused(String code, byte[] file) {
        refused(code, new ByteArrayInputStream(file));
    }

    @Test
    void readsADesignWhereverItLiesInTheFileAndDigestsTheWhole() throws IOException {
        byte[] file =
                zip(
                        zip -> {
                            put(zip, "mimetype", "image/openraster".getBytes());
                            put(zip, "design.json", EMPTY.getBytes());
                            put(zip, "data/0.png", new byte[99_999]);
                        });
        OpenedFile opened = OpenRasterReader.read(new ByteArrayInputStream(file));
        assertThat(opened.document().layers()).isEmpty();
        assertThat(opened.bytes()).isEqualTo(file.length);
        assertThat(opened.digest()).isEqualTo(Digests.sha256(file));
    }

    @Test
    void refusesWhatIsNoZipFile() {
        refused("OPEN_RASTER_FORM", new byte[0]);
        refused("OPEN_RASTER_FORM", "PK".getBytes());
        refused("OPEN_RASTER_FORM", "%PDF-1.7 and so on".getBytes());
    }

    @Test
    void refusesAnOpenRasterFileOfAnotherTool() throws IOException {
        refused(
                "OPEN_RASTER_FOREIGN",
                zip(
                        zip -> {
                            put(zip, "mimetype", "image/openraster".getBytes());
                            put(zip, "stack.xml", "<image/>".getBytes());
                        }));
    }

    @Test
    void refusesADamagedFile() throws IOException {
        byte[] whole = with(EMPTY);
        refused("OPEN_RASTER_DAMAGED", Arrays.copyOf(whole, 60));
        byte[] turned = whole.clone();
        turned[45] ^= 0x10;
        refused("OPEN_RASTER_DAMAGED", turned);
        refused(
                "OPEN_RASTER_DAMAGED",
                zip(zip -> put(zip, "design.json", new byte[] {'{', (byte) 0xc3, '}'})));
    }

    @Test
    void refusesBombsQuicklyAndWithoutKeepingThem() throws IOException {
        byte[] zeros = new byte[1 << 20];
        byte[] bomb =
                zip(
                        zip -> {
                            zip.putNextEntry(new ZipEntry("data/0.png"));
                            for (int i = 0; i < 300; i++) {
                                zip.write(zeros);
                            }
                            put(zip, "design.json", EMPTY.getBytes());
                        });
        byte[] longDocument =
                zip(
                        zip -> {
                            zip.putNextEntry(new ZipEntry("design.json"));
                            for (int i = 0; i < 9; i++) {
                                zip.write(zeros);
                            }
                        });
        byte[] manyParts =
                zip(
                        zip -> {
                            for (int i = 0; i < 2_001; i++) {
                                zip.putNextEntry(new ZipEntry("data/" + i));
                            }
                        });
        Instant start = Instant.now();
        for (byte[] file : new byte[][] {bomb, longDocument, manyParts}) {
            assertThat(file.length).isLessThan(2 << 20);
            refused("OPEN_RASTER_SIZE", file);
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void refusesAFileThatDoesNotEnd() throws IOException {
        byte[] start =
                Arrays.copyOf(zip(zip -> put(zip, "a", new byte[0])), 32); // one part, no directory
        start[6] = 0;
        start[8] = 0;
        refused(
                "OPEN_RASTER_SIZE",
                new SequenceInputStream(new ByteArrayInputStream(start), endless()));
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) 'a');
                return length;
            }
        };
    }

    @Test
    void saysThatTheFileDidNotArrive() throws IOException {
        byte[] whole = with(EMPTY);
        refused(
                "OPEN_RASTER_BROKEN_OFF",
                new FilterInputStream(new ByteArrayInputStream(whole)) {
                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        if (available() < whole.length) {
                            throw new IOException("the line went dead");
                        }
                        return super.read(into, offset, Math.min(length, 20));
                    }
                });
    }

    @Test
    void refusesADocumentThatIsNotOne() throws IOException {
        refused("DOCUMENT_NOT_JSON", with("{"));
        refused("SCHEMA_UNKNOWN", with(EMPTY.replace("2}", "99}")));
        refused(
                "LENGTH_OUT_OF_RANGE",
                with(
                        EMPTY.replace(
                                "{}",
                                """
                                {"lay_00000000000000000000000000":{"type":"shape","shape":"ellipse","fill":"#000000",
                                "face":"front","order":"a0","name":"","x":0,"y":0,"width":0,"height":5,"rotation":0,
                                "opacity":1000,"locked":false,"hidden":false}}\
                                """)));
    }
}
