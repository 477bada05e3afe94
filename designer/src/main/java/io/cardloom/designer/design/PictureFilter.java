package io.cardloom.designer.design;

/**
 * How a picture's colors are changed before it is placed: brightness, then contrast, then
 * saturation, then tone, then blur.
 *
 * @param brightness -100 (black) to 100 (twice as bright), percent
 * @param contrast -100 (gray) to 100 (twice the contrast), percent
 * @param saturation -100 (gray) to 100 (twice as colorful), percent
 * @param tone color, shades of gray, or shades between two colors
 * @param toneDark of a duotone, {@code #rrggbb}
 * @param toneLight of a duotone, {@code #rrggbb}
 * @param blur standard deviation, micrometers, 0 to 5,000; what lies outside the box is nothing
 */
public record PictureFilter(
        int brightness,
        int contrast,
        int saturation,
        Tone tone,
        String toneDark,
        String toneLight,
        int blur) {

    /** The picture as it is. */
    public static final PictureFilter NONE =
            new PictureFilter(0, 0, 0, Tone.COLOR, "#000000", "#ffffff", 0);

    /** What becomes of a picture's colors. */
    public enum Tone {
        COLOR,
        GRAYSCALE,
        DUOTONE
    }

    public PictureFilter {
        Checks.range("brightness", brightness, -100, 100);
        Checks.range("contrast", contrast, -100, 100);
        Checks.range("saturation", saturation, -100, 100);
        Checks.color("toneDark", toneDark);
        Checks.color("toneLight", toneLight);
        Checks.length("blur", blur, 0, 5_000);
    }

    /** Whether the picture stays as it is. */
    public boolean isNone() {
        return brightness == 0
                && contrast == 0
                && saturation == 0
                && tone == Tone.COLOR
                && blur == 0;
    }
}
