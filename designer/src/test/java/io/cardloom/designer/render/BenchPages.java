package io.cardloom.designer.render;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Prints many cards as PDF in a JVM of its own, whose heap the bench bounds. */
public final class BenchPages {

    private BenchPages() {}

    public static void main(String[] args) throws Exception {
        CardPrint print = new BenchCard().print(300);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            print.pdf(
                    out, IntStream.range(0, Integer.parseInt(args[1])).mapToObj(BenchCard::values));
        }
    }
}
