package io.cardloom.production.accountdata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What the issuer says about one card, checked.
 *
 * @param pan the account number
 * @param sequenceNumber tells cards of one account apart
 * @param expiry last month in which the card is good
 * @param serviceCode where and how the card may be used
 * @param name of the cardholder, printed and encoded
 * @param secondLine a company or a title below the name; empty when there is none
 * @param imageId the issuer's id of a picture; empty when there is none
 */
public record AccountRecord(
        Pan pan,
        PanSequenceNumber sequenceNumber,
        ExpiryDate expiry,
        ServiceCode serviceCode,
        CardholderName name,
        String secondLine,
        String imageId) {

    private static final int FORM = 1;

    /** The record as bytes, to be sealed at once; {@link #fromBytes} reads them. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeUTF(pan.digits());
            out.writeByte(sequenceNumber.number());
            out.writeUTF(expiry.yymm());
            out.writeUTF(serviceCode.digits());
            out.writeUTF(name.printed());
            out.writeUTF(name.encoded());
            out.writeUTF(secondLine);
            out.writeUTF(imageId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IllegalArgumentException when the bytes are not a record of a known form; their
     *     content is not repeated
     */
    public static AccountRecord fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new IllegalArgumentException("an account record of an unknown form");
            }
            return new AccountRecord(
                    new Pan(in.readUTF()),
                    new PanSequenceNumber(in.readByte()),
                    new ExpiryDate(in.readUTF()),
                    new ServiceCode(in.readUTF()),
                    new CardholderName(in.readUTF(), in.readUTF()),
                    in.readUTF(),
                    in.readUTF());
        } catch (IOException e) {
            throw new IllegalArgumentException("an account record that is cut short", e);
        }
    }

    @Override
    public String toString() {
        return "AccountRecord[REDACTED]";
    }
}
