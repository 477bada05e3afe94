package io.cardloom.designer.render;

import io.cardloom.designer.field.FieldKey;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/** Prints many cards in a JVM of its own, whose heap the test bounds. */
final class ManyCards {

    private ManyCards() {}

    public static void main(String[] args) throws Exception {
        CardPrint print = CardPrintTest.print(SampleDesigns.rich(), 300);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            print.pdf(
                    out,
                    IntStream.range(0, Integer.parseInt(args[1]))
                            .mapToObj(
                                    i ->
                                            Map.of(
                                                    FieldKey.CARDHOLDER_NAME,
                                                    "RENÉE D’ARC NUMBER " + i,
                                                    FieldKey.PAN,
                                                    "0000 0000 0000 %04d".formatted(i),
                                                    FieldKey.EXPIRY,
                                                    "01/30")));
        }
    }
}
