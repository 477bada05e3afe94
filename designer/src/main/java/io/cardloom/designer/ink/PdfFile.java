package io.cardloom.designer.ink;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * Writes a PDF 1.7 (ISO 32000-1) that keeps a {@link PdfStandard}, from front to back: what is
 * written is gone from memory, but for eight bytes an object, and nothing rests in a temporary
 * file. The same calls make the same bytes.
 */
public final class PdfFile implements Closeable {

    private static final int PAGES_A_NODE = 128;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final OutputStream out;
    private final String title;
    private final Instant date;
    private final String id;
    private long position;
    private long[] offsets = new long[64];
    private int objects;
    private final int root;
    private StringBuilder nodes = new StringBuilder();
    private StringBuilder kids = new StringBuilder();
    private int node;
    private int pagesInNode;
    private int pages;
    private final PdfStandard standard;
    private final int srgb;
    private final PdfFonts fonts = new PdfFonts();
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    private final Map<String, Integer> inks = new TreeMap<>();

    /** A file for people, {@link PdfStandard#ARCHIVE}. */
    public PdfFile(OutputStream out, String title, Instant date, byte[] id) throws IOException {
        this(out, title, date, id, PdfStandard.ARCHIVE);
    }

    /**
     * @param out stays open
     * @param date that the file says it was made
     * @param id what tells this file from others, such as a digest; made the file's ID
     */
    public PdfFile(OutputStream out, String title, Instant date, byte[] id, PdfStandard standard)
            throws IOException {
        this.out = out;
        this.standard = standard;
        this.title = title;
        this.date = date;
        this.id = HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(id), 16));
        write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        this.root = reserve();
        this.srgb = PdfStandard.srgb(this);
    }

    /** The font of this typeface. */
    PdfFonts.Used font(Typeface typeface) {
        return fonts.use(typeface, this);
    }

    /**
     * The color space of an ink that no picture of colors shows (ISO 32000-1, 8.6.6.4): where the
     * ink is not known, nothing is drawn.
     *
     * @param name of letters, such as {@code White}
     */
    int ink(String name) throws IOException {
        Integer known = inks.get(name);
        if (known == null) {
            known = reserve();
            inks.put(name, known);
            object(
                    known,
                    "[/Separation/"
                            + name
                            + "/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0 0 0"
                            + " 0]>>]");
        }
        return known;
    }

    /** Takes a number for an object that is written later. */
    public int reserve() {
        objects++;
        if (objects >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        return objects;
    }

    /** Writes an object that is no stream. */
    public void object(int number, String content) throws IOException {
        begin(number);
        write(content + "\nendobj\n");
    }

    /**
     * Writes a stream, deflated unless its dictionary names a filter.
     *
     * @param entries of the dictionary, without Length
     */
    public void stream(int number, String entries, byte[] data) throws IOException {
        boolean filtered = entries.contains("/Filter");
        byte[] body = filtered ? data : deflated(data);
        begin(number);
        write("<<" + entries + (filtered ? "" : "/Filter/FlateDecode") + "/Length " + body.length);
        write(">>\nstream\n");
        out.write(body);
        position += body.length;
        write("\nendstream\nendobj\n");
    }

    /** Writes a form XObject that draws in the coordinates of the page; returns its number. */
    public int form(Box box, int resources, byte[] content) throws IOException {
        int number = reserve();
        stream(
                number,
                "/Type/XObject/Subtype/Form/BBox" + box + "/Resources " + resources + " 0 R",
                content);
        return number;
    }

    /** Writes a page. */
    public void page(PageBoxes boxes, int resources, byte[] content) throws IOException {
        if (pagesInNode == 0) {
            node = reserve();
        }
        int page = reserve();
        int contents = reserve();
        object(
                page,
                "<</Type/Page/Parent "
                        + node
                        + " 0 R/MediaBox"
                        + boxes.media()
                        + "/BleedBox"
                        + boxes.bleed()
                        + "/TrimBox"
                        + boxes.trim()
                        + "/Group<</S/Transparency/CS[/ICCBased "
                        + srgb
                        + " 0 R]>>/Resources "
                        + resources
                        + " 0 R/Contents "
                        + contents
                        + " 0 R>>");
        stream(contents, "", content);
        kids.append(page).append(" 0 R ");
        pages++;
        if (++pagesInNode == PAGES_A_NODE) {
            closeNode();
        }
    }

    /** A dictionary of resources. */
    public void resources(int number, PdfResources named) throws IOException {
        object(number, named.dictionary(srgb));
    }

    /** Ends the file; the output stream stays open. */
    @Override
    public void close() throws IOException {
        if (pagesInNode > 0) {
            closeNode();
        }
        object(root, "<</Type/Pages/Count " + pages + "/Kids[" + nodes + "]>>");
        fonts.write(this);
        int metadata = reserve();
        begin(metadata);
        byte[] packet = standard.metadata(title, date, id);
        write("<</Type/Metadata/Subtype/XML/Length " + packet.length + ">>\nstream\n");
        out.write(packet);
        position += packet.length;
        write("\nendstream\nendobj\n");
        int profile = standard == PdfStandard.ARCHIVE ? srgb : standard.output(this);
        int catalog = reserve();
        object(
                catalog,
                "<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/OutputIntents[%s]>>"
                        .formatted(root, metadata, standard.intents(profile)));
        int about = reserve();
        object(
                about,
                "<</Title %s/Producer(Cardloom)/CreationDate(%s)/ModDate(%s)/Trapped/False>>"
                        .formatted(text(title), DATE.format(date), DATE.format(date)));
        long start = position;
        write("xref\n0 " + (objects + 1) + "\n0000000000 65535 f \n");
        for (int i = 1; i <= objects; i++) {
            write("%010d 00000 n \n".formatted(offsets[i]));
        }
        write(
                "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects + 1, catalog, about, id, id, start));
        deflater.end();
        out.flush();
    }

    private void closeNode() throws IOException {
        object(
                node,
                "<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>"
                        .formatted(root, pagesInNode, kids));
        nodes.append(node).append(" 0 R ");
        kids = new StringBuilder();
        pagesInNode = 0;
    }

    private void begin(int number) throws IOException {
        offsets[number] = position;
        write(number + " 0 obj\n");
    }

    private void write(String latin1) throws IOException {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        out.write(bytes);
        position += bytes.length;
    }

    private byte[] deflated(byte[] data) {
        deflater.reset();
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(data.length / 2 + 64);
        byte[] buffer = new byte[Math.clamp(data.length, 256, 1 << 16)];
        while (!deflater.finished()) {
            bytes.write(buffer, 0, deflater.deflate(buffer));
        }
        return bytes.toByteArray();
    }

    private static String text(String unicode) {
        return "<FEFF"
                + HexFormat.of().formatHex(unicode.getBytes(StandardCharsets.UTF_16BE))
                + ">";
    }

    /** A rectangle in points (1/72 inch), origin at the lower left. */
    public record Box(double left, double bottom, double right, double top) {
        @Override
        public String toString() {
            return "["
                    + PdfNumber.of(left)
                    + " "
                    + PdfNumber.of(bottom)
                    + " "
                    + PdfNumber.of(right)
                    + " "
                    + PdfNumber.of(top)
                    + "]";
        }
    }

    /** MediaBox, BleedBox and TrimBox of a page (ISO 32000-1, 14.11.2). */
    public record PageBoxes(Box media, Box bleed, Box trim) {}
}
