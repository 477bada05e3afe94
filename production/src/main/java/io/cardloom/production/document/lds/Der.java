package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;

/** ASN.1 in distinguished encoding, read so that nothing but {@link MalformedFile} comes out. */
final class Der {

    private Der() {}

    static byte[] bytes(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one value that is encoded as it would be written.
     *
     * @throws MalformedFile STRUCTURE
     */
    static <T extends ASN1Encodable> T read(byte[] bytes, Function<ASN1Primitive, T> form) {
        return guarded(
                () -> {
                    T value = form.apply(ASN1Primitive.fromByteArray(bytes));
                    if (!Arrays.equals(bytes(value), bytes)) {
                        throw new MalformedFile(Fault.STRUCTURE);
                    }
                    return value;
                });
    }

    /** What may fail on foreign bytes. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws Exception;
    }

    /**
     * Whatever the ASN.1 and certificate readers throw at foreign bytes, checked or not, means one
     * thing; a fault of this package keeps its own.
     */
    static <T> T guarded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MalformedFile e) {
            throw e;
        } catch (Exception e) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
    }
}
