package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TlvWriter;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Data group 2: one face in a facial record (ISO/IEC 19794-5:2005) inside one biometric information
 * template (ISO/IEC 19785, ISO/IEC 7816-11; ICAO Doc 9303-10, 4.7.2).
 *
 * <p>Nothing is claimed that the picture itself does not say: sex, colors, expression, pose and
 * feature points are unspecified, and so is the device.
 */
public record FaceData(FacePicture picture) {

    private static final Tag TEMPLATES = Tag.of("7F61");
    private static final Tag NUMBER = Tag.of("02");
    private static final Tag TEMPLATE = Tag.of("7F60");
    private static final Tag HEADER = Tag.of("A1");
    private static final Tag TYPE = Tag.of("81");
    private static final Tag SUBTYPE = Tag.of("82");
    private static final Tag OWNER = Tag.of("87");
    private static final Tag FORM = Tag.of("88");
    private static final Tag RECORD = Tag.of("5F2E");

    private static final byte[] ONE = {1};
    private static final byte[] FACE = {2};
    private static final byte[] ANY = {0};
    // ISO/IEC JTC 1/SC 37, and its facial record.
    private static final byte[] SC37 = {1, 1};
    private static final byte[] FACIAL_RECORD = {0, 8};

    private static final int MAGIC = 0x46414300;
    private static final int RECORD_VERSION = 0x30313000;
    private static final int HEADERS = 14 + 20 + 12;
    private static final int FULL_FRONTAL = 1;

    public byte[] bytes() {
        TlvWriter header =
                new TlvWriter()
                        .put(TYPE, FACE)
                        .put(SUBTYPE, ANY)
                        .put(OWNER, SC37)
                        .put(FORM, FACIAL_RECORD);
        TlvWriter template = new TlvWriter().put(HEADER, header).put(RECORD, facialRecord());
        TlvWriter templates = new TlvWriter().put(NUMBER, ONE).put(TEMPLATE, template);
        TlvWriter group = new TlvWriter().put(TEMPLATES, templates);
        return new TlvWriter().put(ElementaryFile.DG2.tag(), group).toBytes();
    }

    /**
     * @throws MalformedFile STRUCTURE; VALUE when a header says something else than the picture;
     *     PICTURE
     */
    public static FaceData read(byte[] file) {
        return FileObjects.read(
                file,
                ElementaryFile.DG2,
                group -> group.inside(TEMPLATES, FaceData::templates),
                FaceData::bytes);
    }

    private static FaceData templates(FileObjects templates) {
        same(templates.value(NUMBER), ONE);
        return templates.inside(
                TEMPLATE,
                template -> {
                    template.inside(HEADER, FaceData::header);
                    return new FaceData(picture(template.value(RECORD)));
                });
    }

    private static boolean header(FileObjects header) {
        same(header.value(TYPE), FACE);
        same(header.value(SUBTYPE), ANY);
        same(header.value(OWNER), SC37);
        same(header.value(FORM), FACIAL_RECORD);
        return true;
    }

    private byte[] facialRecord() {
        byte[] image = picture.bytes();
        ByteBuffer record = ByteBuffer.allocate(HEADERS + image.length);
        record.putInt(MAGIC).putInt(RECORD_VERSION).putInt(record.capacity()).putShort((short) 1);
        // Facial information: its length, then fourteen bytes of what is not specified.
        record.putInt(record.capacity() - 14).put(new byte[16]);
        record.put((byte) FULL_FRONTAL).put((byte) picture.coding().ordinal());
        record.putShort((short) picture.width()).putShort((short) picture.height());
        record.put((byte) (picture.components() == 1 ? 3 : 1));
        // Source, device type and quality: unspecified.
        record.put(new byte[5]);
        return record.put(image).array();
    }

    private static FacePicture picture(byte[] bytes) {
        try {
            ByteBuffer record = ByteBuffer.wrap(bytes);
            boolean sound =
                    record.getInt() == MAGIC
                            && record.getInt() == RECORD_VERSION
                            && record.getInt() == bytes.length
                            && record.getShort() == 1;
            if (!sound || bytes.length < HEADERS) {
                throw new MalformedFile(Fault.VALUE);
            }
            return FacePicture.of(Arrays.copyOfRange(bytes, HEADERS, bytes.length));
        } catch (BufferUnderflowException e) {
            throw new MalformedFile(Fault.VALUE);
        }
    }

    private static void same(byte[] value, byte[] expected) {
        if (!Arrays.equals(value, expected)) {
            throw new MalformedFile(Fault.VALUE);
        }
    }

    @Override
    public String toString() {
        return "FaceData[REDACTED]";
    }
}
