package io.cardloom.designer.export;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.design.LayerTags.Surface;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.SampleDesigns;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WalletArtTest {

    private static final WalletArt ART =
            new WalletArt(SampleDesigns.body(), new Planner(new Fonts()), SampleDesigns.pictures());

    private static BufferedImage read(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Layer layer(Surface surface, int x, String color) {
        return Layer.of(Face.FRONT, "m" + x, "", box(x, 0, 10_000, 53_980), rectangle(color))
                .with(new LayerTags("", false, surface, Plate.COLOR, ""));
    }

    @Test
    void hasTheSizeOfWalletsSquareCornersAndNothingPersonal() throws Exception {
        SampleDesigns design = SampleDesigns.rich();
        byte[] art = ART.art(design.document());
        BufferedImage image = read(art);
        assertThat(image.getWidth()).isEqualTo(1_536);
        assertThat(image.getHeight()).isEqualTo(969);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(image.getColorModel().getNumComponents()).isEqualTo(3);
        assertThat(art.length).isLessThan(3_000_000);
        assertThat(image.getRGB(0, 0) & 0xffffff).as("no round corner").isNotEqualTo(0xffffff);
        SampleDesigns other = SampleDesigns.rich();
        other.add(
                Face.FRONT,
                box(5_000, 5_000, 60_000, 8_000),
                field(FieldKey.CARDHOLDER_NAME, "SOMEBODY ELSE", "plex-sans", 7_000));
        assertThat(ART.art(other.document())).as("no name in it").isEqualTo(art);
    }

    @Test
    void leavesOutWhatIsOnlyPrintedAndShowsWhatIsOnlyDigital() throws Exception {
        SampleDesigns design =
                new SampleDesigns()
                        .add(layer(Surface.PHYSICAL, 10_000, "#ff0000"))
                        .add(layer(Surface.DIGITAL, 30_000, "#00ff00"))
                        .add(layer(Surface.BOTH, 50_000, "#0000ff"));
        BufferedImage image = read(ART.art(design.document()));
        assertThat(image.getRGB(270, 500) & 0xffffff).isEqualTo(0xffffff);
        assertThat(image.getRGB(628, 500) & 0xffffff).isEqualTo(0x00ff00);
        assertThat(image.getRGB(987, 500) & 0xffffff).isEqualTo(0x0000ff);
        BufferedImage icon = read(ART.icon(design.document()));
        assertThat(icon.getWidth()).isEqualTo(100);
        assertThat(icon.getHeight()).isEqualTo(100);
        assertThat(icon.getRGB(35, 50) & 0xffffff).isEqualTo(0x00ff00);
    }

    @Test
    void staysBelowThreeMegabytesWhateverThePictureIs() throws Exception {
        BufferedImage noise = new BufferedImage(1_700, 1_100, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(4);
        for (int y = 0; y < 1_100; y++) {
            for (int x = 0; x < 1_700; x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", png);
        RasterFile file = new RasterFile(png.toByteArray());
        byte[] art =
                new WalletArt(
                                SampleDesigns.body(),
                                new Planner(new Fonts()),
                                asset -> Optional.of(file))
                        .art(SampleDesigns.rich().document());
        assertThat(art.length).isBetween(1_000_000, 3_000_000);
        assertThat(read(art).getWidth()).isEqualTo(1_536);
    }
}
