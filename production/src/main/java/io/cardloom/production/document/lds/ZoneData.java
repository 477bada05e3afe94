package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.document.mrz.MalformedMrz;
import io.cardloom.production.document.mrz.Mrz;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TlvWriter;
import java.nio.charset.StandardCharsets;

/** Data group 1: the machine readable zone (ICAO Doc 9303-10, 4.7.1). */
public record ZoneData(Mrz zone) {

    private static final Tag ZONE = Tag.of("5F1F");

    public byte[] bytes() {
        TlvWriter parts =
                new TlvWriter().put(ZONE, zone.text().getBytes(StandardCharsets.US_ASCII));
        return new TlvWriter().put(ElementaryFile.DG1.tag(), parts).toBytes();
    }

    /**
     * @throws MalformedFile STRUCTURE; VALUE when it holds no zone
     */
    public static ZoneData read(byte[] file) {
        return FileObjects.read(
                file,
                ElementaryFile.DG1,
                parts -> {
                    try {
                        return new ZoneData(Mrz.read(parts.text(ZONE)));
                    } catch (MalformedMrz e) {
                        throw new MalformedFile(Fault.VALUE);
                    }
                },
                ZoneData::bytes);
    }

    @Override
    public String toString() {
        return "ZoneData[REDACTED]";
    }
}
