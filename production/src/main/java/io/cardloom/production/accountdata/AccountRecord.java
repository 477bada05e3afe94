package io.cardloom.production.accountdata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param custom what the issuer names itself, by name: address lines, fields of its designs
 * @param tracks those that came whole with the list; empty texts for those that are composed
 */
public record AccountRecord(
        Pan pan,
        PanSequenceNumber sequenceNumber,
        ExpiryDate expiry,
        ServiceCode serviceCode,
        CardholderName name,
        String secondLine,
        String imageId,
        SortedMap<String, String> custom,
        TrackData tracks) {

    /** Without custom fields, as records were before there were any. */
    private static final int PLAIN_FORM = 1;

    /** The same, and custom fields behind. */
    private static final int CUSTOM_FORM = 2;

    /** The same, be there custom fields or not, and tracks behind. */
    private static final int TRACKS_FORM = 3;

    public AccountRecord {
        custom = Collections.unmodifiableSortedMap(new TreeMap<>(custom));
    }

    /** A record whose tracks are composed. */
    public AccountRecord(
            Pan pan,
            PanSequenceNumber sequenceNumber,
            ExpiryDate expiry,
            ServiceCode serviceCode,
            CardholderName name,
            String secondLine,
            String imageId,
            SortedMap<String, String> custom) {
        this(
                pan,
                sequenceNumber,
                expiry,
                serviceCode,
                name,
                secondLine,
                imageId,
                custom,
                TrackData.NONE);
    }

    /** A record without custom fields. */
    public AccountRecord(
            Pan pan,
            PanSequenceNumber sequenceNumber,
            ExpiryDate expiry,
            ServiceCode serviceCode,
            CardholderName name,
            String secondLine,
            String imageId) {
        this(
                pan,
                sequenceNumber,
                expiry,
                serviceCode,
                name,
                secondLine,
                imageId,
                Collections.emptySortedMap());
    }

    /** The record as bytes, to be sealed at once; {@link #fromBytes} reads them. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            int form = form();
            out.writeByte(form);
            out.writeUTF(pan.digits());
            out.writeByte(sequenceNumber.number());
            out.writeUTF(expiry.yymm());
            out.writeUTF(serviceCode.digits());
            out.writeUTF(name.printed());
            out.writeUTF(name.encoded());
            out.writeUTF(secondLine);
            out.writeUTF(imageId);
            if (form != PLAIN_FORM) {
                out.writeByte(custom.size());
                for (Map.Entry<String, String> field : custom.entrySet()) {
                    out.writeUTF(field.getKey());
                    out.writeUTF(field.getValue());
                }
            }
            if (form == TRACKS_FORM) {
                out.writeUTF(tracks.track1());
                out.writeUTF(tracks.track2());
                out.writeUTF(tracks.track3());
            }
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
            int form = in.readByte();
            if (form < PLAIN_FORM || form > TRACKS_FORM) {
                throw new IllegalArgumentException("an account record of an unknown form");
            }
            return new AccountRecord(
                    new Pan(in.readUTF()),
                    new PanSequenceNumber(in.readByte()),
                    new ExpiryDate(in.readUTF()),
                    new ServiceCode(in.readUTF()),
                    new CardholderName(in.readUTF(), in.readUTF()),
                    in.readUTF(),
                    in.readUTF(),
                    form == PLAIN_FORM ? Collections.emptySortedMap() : custom(in),
                    form == TRACKS_FORM ? tracks(in) : TrackData.NONE);
        } catch (IOException e) {
            throw new IllegalArgumentException("an account record that is cut short", e);
        }
    }

    private int form() {
        if (!tracks.equals(TrackData.NONE)) {
            return TRACKS_FORM;
        }
        return custom.isEmpty() ? PLAIN_FORM : CUSTOM_FORM;
    }

    private static TrackData tracks(DataInputStream in) throws IOException {
        return new TrackData(in.readUTF(), in.readUTF(), in.readUTF());
    }

    private static SortedMap<String, String> custom(DataInputStream in) throws IOException {
        SortedMap<String, String> custom = new TreeMap<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            custom.put(in.readUTF(), in.readUTF());
        }
        return custom;
    }

    @Override
    public String toString() {
        return "AccountRecord[REDACTED]";
    }
}
