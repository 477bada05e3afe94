package io.cardloom.production.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** Tells how much was read. */
final class CountedBytes extends FilterInputStream {

    private final IntConsumer count;

    CountedBytes(InputStream in, IntConsumer count) {
        super(in);
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count.accept(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count.accept(Math.max(read, 0));
        return read;
    }
}
