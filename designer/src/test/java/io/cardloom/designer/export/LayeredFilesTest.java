package io.cardloom.designer.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.fixture.DesignCorpus;
import io.cardloom.designer.fixture.Peer;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.ink.Shown;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.Poppler;
import io.cardloom.designer.render.SampleDesigns;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LayeredFilesTest {

    private static final CardBody BODY = SampleDesigns.body();
    private static final AssetDigest PHOTO = new AssetDigest("0a".repeat(32));
    private static final AssetDigest LOGO = new AssetDigest("0b".repeat(32));
    private static final Map<AssetDigest, RasterFile> FILES =
            Map.of(
                    PHOTO, new RasterFile(DesignCorpus.photo()),
                    LOGO, new RasterFile(DesignCorpus.mark()));
    private static final Pictures PICTURES = asset -> Optional.ofNullable(FILES.get(asset));
    private static final Map<String, DesignDocument> CORPUS =
            DesignCorpus.of(BODY.id(), PHOTO, LOGO);
    private static final Planner PLANNER = new Planner(new Fonts());

    private static byte[] ora(DesignDocument document, int dpi) {
        return new OpenRaster(BODY, PLANNER, PICTURES, dpi).write(document);
    }

    private static DesignDocument back(byte[] ora) {
        return OpenRasterReader.read(new ByteArrayInputStream(ora)).document();
    }

    private static Map<String, byte[]> entries(byte[] file) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                entries.put(e.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** Every document of the corpus on top of each other, hidden and locked layers among them. */
    private static DesignDocument together() {
        Map<LayerId, Layer> layers = new LinkedHashMap<>();
        List<String> some = List.of("a card", "picture, turned", "duotone of a logo", "QR code");
        for (String name : some) {
            java.util.Objects.requireNonNull(CORPUS.get(name))
                    .layers()
                    .forEach(
                            (id, layer) ->
                                    layers.put(
                                            LayerId.next(java.time.Clock.systemUTC()),
                                            new Layer(
                                                    layer.face(),
                                                    layer.order() + some.indexOf(name),
                                                    "<" + name + "> & \"more\"",
                                                    layer.box(),
                                                    layer.opacity() * 9 / 10,
                                                    layers.size() % 2 == 0,
                                                    layers.size() % 5 == 4,
                                                    layer.tags(),
                                                    layer.content())));
        }
        return new DesignDocument(DesignDocument.SCHEMA, BODY.id(), layers);
    }

    @Test
    void everyDocumentComesBackByteForByte() {
        CORPUS.forEach(
                (name, document) -> {
                    DesignDocument back = back(ora(document, 20));
                    assertThat(DesignJson.write(back))
                            .as(name)
                            .isEqualTo(DesignJson.write(document));
                });
        DesignDocument together = together();
        byte[] file = ora(together, 50);
        assertThat(ora(back(file), 50)).isEqualTo(file);
    }

    @Test
    void itsLayersStackToItsMergedImage() throws Exception {
        Map<String, byte[]> entries = entries(ora(together(), 300));
        assertThat(entries.keySet().iterator().next()).isEqualTo("mimetype");
        assertThat(new String(entries.get("mimetype"))).isEqualTo("image/openraster");
        BufferedImage merged = image(entries, "mergedimage.png");
        BufferedImage stacked =
                new BufferedImage(
                        merged.getWidth(), merged.getHeight(), BufferedImage.TYPE_INT_RGB);
        Element root =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(entries.get("stack.xml")))
                        .getDocumentElement();
        assertThat(root.getAttribute("w")).isEqualTo(Integer.toString(merged.getWidth()));
        int layers = stack((Element) root.getElementsByTagName("stack").item(0), entries, stacked);
        assertThat(layers).isEqualTo(together().layers().size() + 2);
        assertThat(Poppler.difference(stacked, merged)).isLessThan(0.2);
        assertThat(image(entries, "Thumbnails/thumbnail.png").getWidth()).isEqualTo(256);
    }

    /**
     * Draws a stack from its lowest layer up, as the specification says; returns how many there
     * are.
     */
    private static int stack(Element stack, Map<String, byte[]> entries, BufferedImage onto)
            throws Exception {
        List<Element> children = new ArrayList<>();
        NodeList nodes = stack.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child) {
                children.addFirst(child);
            }
        }
        int count = 0;
        for (Element child : children) {
            boolean visible = !child.getAttribute("visibility").equals("hidden");
            if (child.getTagName().equals("stack")) {
                BufferedImage unseen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
                count += stack(child, entries, visible ? onto : unseen);
            } else {
                count++;
                BufferedImage image = image(entries, child.getAttribute("src"));
                if (visible) {
                    Graphics2D g = onto.createGraphics();
                    g.setComposite(
                            AlphaComposite.SrcOver.derive(
                                    Float.parseFloat(child.getAttribute("opacity"))));
                    g.drawImage(
                            image,
                            Integer.parseInt(child.getAttribute("x")),
                            Integer.parseInt(child.getAttribute("y")),
                            null);
                    g.dispose();
                }
            }
        }
        return count;
    }

    private static BufferedImage image(Map<String, byte[]> entries, String name) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(entries.get(name)));
    }

    @Test
    void theSvgShowsTheSameInABrowserAndHasALayerForEach() throws Exception {
        Map<String, DesignDocument> shown = new LinkedHashMap<>();
        shown.put("together", together());
        CORPUS.forEach(
                (name, document) -> {
                    if (name.matches(
                            "gradient in a turned star|gradient from the middle, turned|.*left"
                                    + " half|QR code, turned.*|shape ellipse, stroked.*")) {
                        shown.put(name, document);
                    }
                });
        assertThat(shown).hasSizeGreaterThan(4);
        List<String> svgs = new ArrayList<>();
        for (DesignDocument document : shown.values()) {
            String svg =
                    new LayeredSvg(BODY, PLANNER, PICTURES).write(document, Face.FRONT, "A & <B>");
            Element root =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(svg.getBytes("UTF-8")))
                            .getDocumentElement();
            long groups =
                    svg.lines().filter(l -> l.contains("inkscape:groupmode=\"layer\"")).count();
            assertThat(groups).isEqualTo(document.stack(Face.FRONT).size() + 1);
            assertThat(root.getElementsByTagName("text").getLength()).isZero();
            svgs.add(svg);
        }
        List<BufferedImage> theirs = chromium(svgs, 1_058, 685);
        for (Map.Entry<String, DesignDocument> entry : shown.entrySet()) {
            BufferedImage ours = drawn(entry.getValue());
            double difference = Poppler.difference(ours, theirs.removeFirst());
            assertThat(difference).as(entry.getKey()).isLessThan(1.5);
        }
    }

    private static BufferedImage drawn(DesignDocument document) {
        RasterInk ink = new RasterInk(Sheet.of(BODY, BODY.bleed(), 300), PICTURES);
        BufferedImage image = ink.filled(0xffffff);
        ink.draw(
                image,
                PLANNER.plan(document, Face.FRONT, FieldValues.samples(), Shown.PRINTED)
                        .drawings());
        return image;
    }

    private static List<BufferedImage> chromium(List<String> svgs, int width, int height)
            throws Exception {
        Peer chromium = new Peer("chromium");
        StringBuilder page =
                new StringBuilder(
                        "<style>body{margin:0}img{display:block;width:%dpx;height:%dpx}</style>"
                                .formatted(width, height));
        for (int i = 0; i < svgs.size(); i++) {
            chromium.file(i + ".svg", svgs.get(i).getBytes("UTF-8"));
            page.append("<img src=").append(i).append(".svg>");
        }
        chromium.file("all.html", page.toString().getBytes());
        chromium.run(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--allow-file-access-from-files",
                "--window-size=" + width + "," + (height * svgs.size() + 200),
                "--user-data-dir=" + chromium.file("profile"),
                "--screenshot=" + chromium.file("all.png"),
                chromium.file("all.html").toUri().toString());
        BufferedImage all = ImageIO.read(chromium.file("all.png").toFile());
        List<BufferedImage> parts = new ArrayList<>();
        for (int i = 0; i < svgs.size(); i++) {
            parts.add(all.getSubimage(0, i * height, width, height));
        }
        return parts;
    }
}
