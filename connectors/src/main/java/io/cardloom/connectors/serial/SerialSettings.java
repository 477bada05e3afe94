package io.cardloom.connectors.serial;

import io.cardloom.connectors.registry.Setting;
import io.cardloom.production.output.Destination;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How an encoder on a serial line is reached.
 *
 * @param port path of the port or pseudo terminal, or a name such as COM3
 * @param baud speed of the line
 * @param high whether stripes are of high coercivity (ISO/IEC 7811-6), else low (7811-2)
 * @param answer the longest a command without a card may take
 * @param swipe the longest the encoder waits for a card
 */
record SerialSettings(String port, int baud, boolean high, Duration answer, Duration swipe) {

    private static final Setting PORT =
            new Setting("port", "Port", "Such as /dev/ttyUSB0 or COM3", "");
    private static final Setting BAUD =
            new Setting("baud", "Speed", "Baud, 1200 to 115200", "9600");
    private static final Setting COERCIVITY =
            new Setting("coercivity", "Coercivity", "high or low", "high");
    private static final Setting ANSWER =
            new Setting("answerSeconds", "Answer within", "Seconds, 1 to 60", "3");
    private static final Setting SWIPE =
            new Setting("swipeSeconds", "Swipe within", "Seconds, 1 to 300", "60");

    static final List<Setting> ALL = List.of(PORT, BAUD, COERCIVITY, ANSWER, SWIPE);

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._/-]{1,200}|COM[0-9]{1,3})");

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code DESTINATION_SETTING_MISSING} or {@code
     *     DESTINATION_SETTING_WRONG}, with what may stand there
     */
    static SerialSettings of(Destination destination) {
        return new SerialSettings(
                PORT.of(destination, PATH),
                BAUD.of(destination, 1200, 115_200),
                COERCIVITY.of(destination, Pattern.compile("high|low")).equals("high"),
                Duration.ofSeconds(ANSWER.of(destination, 1, 60)),
                Duration.ofSeconds(SWIPE.of(destination, 1, 300)));
    }
}
