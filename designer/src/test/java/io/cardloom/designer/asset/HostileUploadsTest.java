package io.cardloom.designer.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Files made to harm: each is refused quickly, with a reason, and leaves nothing behind. */
@SpringBootTest
class HostileUploadsTest {

    private static final long AT_ONCE = 2_000;

    @Autowired Assets assets;
    @Autowired TwoIssuers issuers;

    /**
     * @param code what it is refused for
     */
    private record Hostile(String fileName, byte[] content, String code) {}

    @Test
    void refusesEveryHostilePictureAtOnceAndKeepsNothing() {
        refuseAll(HostileUploadsTest::pictures);
    }

    @Test
    void refusesEveryHostileDrawingAtOnceAndKeepsNothing() {
        refuseAll(HostileUploadsTest::drawings);
    }

    @Test
    void neverAsksForWhatADrawingRefersTo() throws IOException {
        IssuerWorld world = issuers.another("Quiet Bank");
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(300);
            String there = "http://127.0.0.1:" + listening.getLocalPort() + "/x";
            for (byte[] file : referring(there)) {
                outcome(world, new Hostile("a.svg", file, ""));
            }
            assertThat(connected(listening)).isFalse();
        }
    }

    private static byte[][] referring(String there) {
        return new byte[][] {
            Forge.svg("<image xlink:href='%s.png' width='9' height='9'/>".formatted(there)),
            Forge.svg("<use xlink:href='%s.svg#a'/>".formatted(there)),
            Forge.svg("<rect width='9' height='9' fill='url(%s#a)'/>".formatted(there)),
            Forge.svg(
                    "<style>@import url(%s);</style><rect width='9' height='9'/>".formatted(there)),
            Forge.svg(
                    "<style>@font-face{src:url(%s)}</style><rect width='9' height='9'/>"
                            .formatted(there)),
            Forge.bytes(
                    "<?xml-stylesheet href='%s'?><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
                            .formatted(there)),
            Forge.bytes(
                    "<!DOCTYPE svg SYSTEM '%s'><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
                            .formatted(there)),
            Forge.bytes(
                    "<!DOCTYPE svg [<!ENTITY a SYSTEM '%s'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>&a;</svg>"
                            .formatted(there)),
            Forge.bytes(
                    "<!DOCTYPE svg [<!ENTITY %% a SYSTEM '%s'> %%a;]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
                            .formatted(there)),
        };
    }

    private static boolean connected(ServerSocket listening) {
        try {
            listening.accept().close();
            return true;
        } catch (IOException timeout) {
            return false;
        }
    }

    private void refuseAll(java.util.function.Supplier<Map<String, Hostile>> corpus) {
        IssuerWorld world = issuers.another("Hostile Bank");
        assets.upload(
                world.otherMarketer(), "warm.png", new ByteArrayInputStream(Forge.png(64, 64)));
        Map<String, Hostile> files = corpus.get();
        long before = heap();
        List<String> wrong = new ArrayList<>();
        files.forEach((what, file) -> refuse(world, what, file, wrong));
        assertThat(wrong).isEmpty();
        assertThat(heap() - before).as("growth of this JVM's heap").isLessThan(32L << 20);
        assertThat(assets.count(world.designer())).isZero();
    }

    /** The better of two tries, since other work on the machine is not the file's fault. */
    private void refuse(IssuerWorld world, String what, Hostile file, List<String> wrong) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2 && best > AT_ONCE; i++) {
            long begin = System.nanoTime();
            String code = outcome(world, file);
            best = Math.min(best, (System.nanoTime() - begin) / 1_000_000);
            if (!code.equals(file.code())) {
                wrong.add("%s: %s, not %s".formatted(what, code, file.code()));
            }
        }
        if (best > AT_ONCE) {
            wrong.add("%s: %,d ms".formatted(what, best));
        }
    }

    private String outcome(IssuerWorld world, Hostile file) {
        try (InputStream in = new ByteArrayInputStream(file.content())) {
            assets.upload(world.designer(), file.fileName(), in);
            return "accepted";
        } catch (Refusal refusal) {
            assertThat(refusal.sentence()).hasSizeGreaterThan(40).endsWith(".");
            return refusal.code();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long heap() {
        System.gc();
        System.gc();
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory();
    }

    private static Map<String, Hostile> pictures() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        byte[] png = Forge.png(200, 100);
        byte[] jpeg = Forge.jpeg(200, 100);
        byte[] end = Forge.chunk("IEND", new byte[0]);
        put(all, "zero bytes", "a.png", new byte[0], "UPLOAD_EMPTY");
        put(all, "over 20 MB", "a.png", Arrays.copyOf(png, (20 << 20) + 1), "UPLOAD_TOO_LARGE");
        put(
                all,
                "50,000 x 50,000 claimed",
                "a.png",
                Forge.pngOf(
                        Forge.header(50_000, 50_000, 8, 2),
                        Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                        end),
                "UPLOAD_TOO_MANY_PIXELS");
        put(
                all,
                "2^31 x 1 claimed",
                "a.png",
                Forge.pngOf(
                        Forge.header(Integer.MIN_VALUE, 1, 8, 2),
                        Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                        end),
                "UPLOAD_TOO_MANY_PIXELS");
        put(
                all,
                "0 x 0",
                "a.png",
                Forge.pngOf(
                        Forge.header(0, 0, 8, 2),
                        Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                        end),
                "UPLOAD_DAMAGED");
        put(
                all,
                "60 million pixels of which none come",
                "a.png",
                Forge.pngOf(
                        Forge.header(7_000, 8_000, 16, 6),
                        Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                        end),
                "UPLOAD_DAMAGED");
        put(all, "truncated PNG", "a.png", Arrays.copyOf(png, png.length / 2), "UPLOAD_DAMAGED");
        put(all, "PNG with a broken check sum", "a.png", flipped(png, 45), "UPLOAD_DAMAGED");
        put(
                all,
                "PNG of an unknown color type",
                "a.png",
                Forge.pngOf(
                        Forge.header(9, 9, 8, 5),
                        Forge.chunk("IDAT", Forge.deflatedZeros(1_000)),
                        end),
                "UPLOAD_DAMAGED");
        put(
                all,
                "PNG without pixels",
                "a.png",
                Forge.pngOf(Forge.header(9, 9, 8, 2), end, end),
                "UPLOAD_DAMAGED");
        put(all, "PNG signature alone", "a.png", Arrays.copyOf(png, 8), "UPLOAD_DAMAGED");
        put(
                all,
                "noise behind a PNG header",
                "a.png",
                Forge.pngOf(Forge.header(900, 900, 8, 2), Forge.chunk("IDAT", noise(5_000)), end),
                "UPLOAD_DAMAGED");
        put(
                all,
                "truncated JPEG",
                "a.jpg",
                Arrays.copyOf(jpeg, jpeg.length - 40),
                "UPLOAD_DAMAGED");
        put(
                all,
                "JPEG of 65,000 x 65,000",
                "a.jpg",
                Forge.jpegClaiming(65_000, 65_000, 3, 0xC0),
                "UPLOAD_TOO_MANY_PIXELS");
        put(
                all,
                "JPEG without height",
                "a.jpg",
                Forge.jpegClaiming(100, 0, 3, 0xC0),
                "UPLOAD_DAMAGED");
        put(all, "CMYK JPEG", "a.jpg", Forge.jpegClaiming(100, 100, 4, 0xC0), "UPLOAD_CMYK");
        put(
                all,
                "lossless JPEG",
                "a.jpg",
                Forge.jpegClaiming(100, 100, 3, 0xC3),
                "UPLOAD_JPEG_KIND");
        put(
                all,
                "arithmetic JPEG",
                "a.jpg",
                Forge.jpegClaiming(100, 100, 3, 0xC9),
                "UPLOAD_JPEG_KIND");
        put(
                all,
                "JPEG of two channels",
                "a.jpg",
                Forge.jpegClaiming(100, 100, 2, 0xC0),
                "UPLOAD_JPEG_KIND");
        put(
                all,
                "JPEG without a picture",
                "a.jpg",
                Forge.jpegClaiming(100, 100, 3, 0xC0),
                "UPLOAD_DAMAGED");
        put(all, "PNG called JPEG", "a.jpg", png, "UPLOAD_NAME_MISMATCH");
        put(all, "JPEG called SVG", "a.svg", jpeg, "UPLOAD_NAME_MISMATCH");
        put(all, "PNG called HTML", "a.html", png, "UPLOAD_NAME_MISMATCH");
        put(
                all,
                "WebP",
                "a.webp",
                Forge.join(
                        Forge.bytes("RIFF"),
                        new byte[] {30, 0, 0, 0},
                        Forge.bytes("WEBPVP8L"),
                        new byte[38]),
                "UPLOAD_TYPE");
        put(
                all,
                "WebP called PNG",
                "a.png",
                Forge.join(
                        Forge.bytes("RIFF"),
                        new byte[] {30, 0, 0, 0},
                        Forge.bytes("WEBPVP8X"),
                        new byte[38]),
                "UPLOAD_TYPE");
        put(
                all,
                "HEIC",
                "a.heic",
                Forge.join(new byte[] {0, 0, 0, 24}, Forge.bytes("ftypheic"), new byte[64]),
                "UPLOAD_TYPE");
        put(
                all,
                "GIF and script at once",
                "a.gif",
                Forge.bytes("GIF89a/*..............*/=1;alert(1)"),
                "UPLOAD_TYPE");
        put(all, "PDF", "a.pdf", Forge.bytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), "UPLOAD_TYPE");
        put(
                all,
                "HTML called PNG",
                "a.png",
                Forge.bytes("<html><script>alert(1)</script></html>"),
                "UPLOAD_TYPE");
        put(
                all,
                "ZIP",
                "a.png",
                Forge.join(Forge.bytes("PK\u0003\u0004"), new byte[60]),
                "UPLOAD_TYPE");
        put(all, "noise", "a.png", noise(4_000), "UPLOAD_TYPE");
        return all;
    }

    private static Map<String, Hostile> drawings() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        String head = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        svg(all, "billion laughs", "ENTITIES", Forge.bytes(laughs + "]>" + head + "&l11;</svg>"));
        svg(
                all,
                "external entity",
                "ENTITIES",
                Forge.bytes(
                        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                                + head
                                + "&x;</svg>"));
        svg(all, "svgz", "Z", Forge.gzip(Forge.svg("<rect width='9' height='9'/>")));
        svg(all, "script", "SCRIPT", Forge.svg("<script>alert(1)</script>"));
        svg(
                all,
                "script in metadata",
                "SCRIPT",
                Forge.svg("<metadata><script>alert(1)</script></metadata>"));
        svg(all, "handler", "SCRIPT", Forge.svg("<rect width='9' height='9' onclick='alert(1)'/>"));
        svg(
                all,
                "javascript link",
                "SCRIPT",
                Forge.svg("<a xlink:href=' javascript:alert(1)'><rect width='9' height='9'/></a>"));
        svg(
                all,
                "external image",
                "EXTERNAL",
                Forge.svg("<image xlink:href='http://127.0.0.1:1/a.png' width='9' height='9'/>"));
        svg(
                all,
                "file image",
                "EXTERNAL",
                Forge.svg("<image xlink:href='file:///etc/passwd' width='9' height='9'/>"));
        svg(
                all,
                "jar use",
                "EXTERNAL",
                Forge.svg("<use xlink:href='jar:file:///a.jar!/b.svg#c'/>"));
        svg(
                all,
                "external fill",
                "EXTERNAL",
                Forge.svg("<rect width='9' height='9' fill='url(http://127.0.0.1:1/#a)'/>"));
        svg(
                all,
                "external style",
                "EXTERNAL",
                Forge.svg("<rect width='9' height='9' style='fill:url(//127.0.0.1/#a)'/>"));
        svg(
                all,
                "import",
                "EXTERNAL",
                Forge.svg("<style>@import 'http://127.0.0.1:1/a.css';</style>"));
        svg(
                all,
                "style sheet instruction",
                "EXTERNAL",
                Forge.bytes("<?xml-stylesheet href='http://127.0.0.1:1/'?>" + head + "</svg>"));
        svg(
                all,
                "embedded picture",
                "IMAGE",
                Forge.svg(
                        "<image xlink:href='data:image/png;base64,iVBORw0KGgo=' width='9'"
                                + " height='9'/>"));
        svg(all, "text", "TEXT", Forge.svg("<text x='1' y='9'>Card</text>"));
        svg(
                all,
                "foreign object",
                "HTML",
                Forge.svg(
                        "<foreignObject><p"
                                + " xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"));
        svg(
                all,
                "turbulence",
                "FEATURE",
                Forge.svg(
                        "<filter id='a'><feTurbulence baseFrequency='9'"
                                + " numOctaves='99999'/></filter>"));
        svg(
                all,
                "dash bomb",
                "DASHES",
                Forge.svg("<path d='M0 0H9000000' stroke='#000' stroke-dasharray='.00001'/>"));
        svg(
                all,
                "inherited dash bomb",
                "DASHES",
                Forge.svg(
                        "<defs><circle id='c' r='5000000'/></defs><g stroke-dasharray='.01'"
                                + " stroke='red'><use xlink:href='#c'/></g>"));
        svg(all, "huge coordinates", "COORDINATES", Forge.svg("<path d='M0 0L1e30 1e30'/>"));
        svg(
                all,
                "endless coordinates",
                "COORDINATES",
                Forge.svg("<path d='M0 0" + "l9e6 0".repeat(99) + "'/>"));
        svg(all, "use bomb", "REPETITION", Forge.svg(useBomb()));
        svg(all, "pattern bomb", "REPETITION", Forge.svg(patternBomb()));
        svg(
                all,
                "marker bomb",
                "REPETITION",
                Forge.svg(
                        "<marker id='m' markerWidth='9' markerHeight='9'>"
                                + "<rect width='9' height='9'/>".repeat(900)
                                + "</marker><path marker-mid='url(#m)' d='M0 0"
                                + "l1 1".repeat(5_000)
                                + "'/>"));
        svg(all, "use of itself", "RECURSION", Forge.svg("<g id='a'><use xlink:href='#a'/></g>"));
        svg(
                all,
                "patterns of each other",
                "RECURSION",
                Forge.svg(
                        "<pattern id='a' width='9' height='9'><rect width='9' height='9'"
                                + " fill='url(#b)'/></pattern><pattern id='b' width='9'"
                                + " height='9'><rect width='9' height='9'"
                                + " fill='url(#a)'/></pattern><rect width='9' height='9'"
                                + " fill='url(#a)'/>"));
        svg(
                all,
                "gradients of each other",
                "RECURSION",
                Forge.svg(
                        "<linearGradient id='a' xlink:href='#b'/><linearGradient id='b'"
                                + " xlink:href='#a'/><rect width='9' height='9' fill='url(#a)'/>"));
        svg(all, "deep groups", "TOO_DEEP", Forge.svg("<g>".repeat(5_000) + "</g>".repeat(5_000)));
        svg(all, "many elements", "TOO_MANY_ELEMENTS", Forge.svg("<g/>".repeat(60_000)));
        svg(all, "long path", "PATH", Forge.svg("<path d='M0 0" + "l1 1".repeat(450_000) + "'/>"));
        svg(
                all,
                "wide blur",
                "FILTER",
                Forge.svg(
                        "<filter id='a'><feGaussianBlur stdDeviation='99999'/></filter><rect"
                                + " width='9' height='9' filter='url(#a)'/>"));
        svg(
                all,
                "wide filter",
                "FILTER",
                Forge.svg(
                        "<filter id='a' width='99999'><feFlood/></filter><rect width='9' height='9'"
                                + " filter='url(#a)'/>"));
        svg(
                all,
                "many filters",
                "FILTER",
                Forge.svg(
                        "<filter id='a'><feFlood/></filter>"
                                + "<rect width='9' height='9' filter='url(#a)'/>".repeat(50)));
        svg(
                all,
                "no size",
                "SIZE",
                Forge.bytes(
                        "<svg xmlns='http://www.w3.org/2000/svg'><rect width='9'"
                                + " height='9'/></svg>"));
        svg(
                all,
                "a hair",
                "SIZE",
                Forge.bytes(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 99999'><rect"
                                + " width='9' height='9'/></svg>"));
        svg(all, "nothing to see", "EMPTY", Forge.svg("<rect width='9' height='9' fill='none'/>"));
        svg(all, "unfinished", "XML", Forge.bytes(head + "<g>"));
        svg(all, "over 8 MB", "TOO_LARGE", Forge.svg("<!--" + "x".repeat(9 << 20) + "--><g/>"));
        return all;
    }

    private static String useBomb() {
        StringBuilder bomb = new StringBuilder("<defs><rect id='u0' width='1' height='1'/>");
        for (int i = 1; i < 20; i++) {
            bomb.append(
                    "<g id='u%d'>%s</g>"
                            .formatted(i, "<use xlink:href='#u%d'/>".formatted(i - 1).repeat(10)));
        }
        return bomb + "</defs><use xlink:href='#u19'/>";
    }

    private static String patternBomb() {
        StringBuilder bomb = new StringBuilder();
        for (int i = 1; i < 20; i++) {
            String inside =
                    "<rect width='9' height='9' fill='url(#p%d)'/>".formatted(i + 1).repeat(10);
            bomb.append("<pattern id='p%d' width='1' height='1'>%s</pattern>".formatted(i, inside));
        }
        return bomb + "<rect width='9' height='9' fill='url(#p1)'/>";
    }

    private static void svg(Map<String, Hostile> all, String what, String code, byte[] content) {
        String whole = "Z".equals(code) ? "UPLOAD_SVGZ" : "UPLOAD_SVG_" + code;
        put(all, what, "Z".equals(code) ? "a.svgz" : "a.svg", content, whole);
    }

    private static void put(
            Map<String, Hostile> all, String what, String name, byte[] content, String code) {
        all.put(what, new Hostile(name, content, code));
    }

    private static byte[] flipped(byte[] file, int at) {
        byte[] copy = file.clone();
        copy[at] ^= 0x55;
        return copy;
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        noise[0] = (byte) 0xEE;
        return noise;
    }
}
