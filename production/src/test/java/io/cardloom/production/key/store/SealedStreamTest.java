package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedStreamTest {

    private static final int[] LENGTHS = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001};

    private final DataKey key = new DataKey("tenant/scope", TenantKeys.random(32));
    private final Random random = new Random(9);

    @Test
    void opensWhatItSealedAtAnyLength() throws IOException {
        for (int length : LENGTHS) {
            byte[] plain = some(length);
            assertThat(open(seal(plain), "file")).isEqualTo(plain);
        }
    }

    @Test
    void sealsTheSameTwiceDifferently() throws IOException {
        byte[] plain = some(100);
        assertThat(seal(plain)).isNotEqualTo(seal(plain));
    }

    @Test
    void handsOutNothingThatWasCutChangedOrMoved() throws IOException {
        for (int length : LENGTHS) {
            byte[] plain = some(length);
            byte[] locked = seal(plain);
            for (int i = 0; i < 40; i++) {
                byte[] cut = Arrays.copyOf(locked, random.nextInt(locked.length));
                assertThatThrownBy(() -> open(cut, "file")).isInstanceOf(IOException.class);
                byte[] changed = locked.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                assertThatThrownBy(() -> open(changed, "file")).isInstanceOf(IOException.class);
            }
            byte[] longer = Arrays.copyOf(locked, locked.length + 1);
            assertThatThrownBy(() -> open(longer, "file")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> open(locked, "other")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void findsAStreamCutBetweenItsPieces() throws IOException {
        byte[] locked = seal(some(131_072 + 5));
        byte[] cut = Arrays.copyOf(locked, 33 + 65_536 + 16);
        assertThatThrownBy(() -> open(cut, "file")).isInstanceOf(IOException.class);
    }

    private byte[] seal(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = key.sealing(bytes, "file")) {
            int at = 0;
            while (at < plain.length) {
                int part = Math.min(plain.length - at, 1 + random.nextInt(50_000));
                out.write(plain, at, part);
                at += part;
            }
        }
        return bytes.toByteArray();
    }

    private byte[] open(byte[] locked, String place) throws IOException {
        try (InputStream in = key.opening(new ByteArrayInputStream(locked), place)) {
            return in.readAllBytes();
        }
    }

    private byte[] some(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
