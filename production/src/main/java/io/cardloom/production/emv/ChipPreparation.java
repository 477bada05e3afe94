package io.cardloom.production.emv;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.emv.ApplicationProfile.Grouping;
import io.cardloom.production.tlv.Dgi;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.tlv.TlvWriter;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the chip data of cards by one profile (EMV CPS; EMV Books 2 and 3). For one piece of work
 * from one thread.
 */
public final class ChipPreparation {

    private static final int BYTES_OF_SERIAL = 3;

    /** Bytes that READ RECORD gives out at once, the template's tag and length among them. */
    private static final int LONGEST_RECORD = 254;

    private final ApplicationProfile profile;
    private final CertifiedIssuer issuer;
    private final ChipSecurity security;

    public ChipPreparation(
            ApplicationProfile profile, CertifiedIssuer issuer, ChipSecurity security) {
        this.profile = profile;
        this.issuer = issuer;
        this.security = security;
    }

    /**
     * Checks that the issuer's keys leave each record of the longest card short enough to be read.
     *
     * @throws Refusal {@code CHIP_KEY_LENGTH} when cards' keys are longer than the issuer's; {@code
     *     CHIP_RECORD_LENGTH} when a record is longer than 254 bytes. A retry helps with neither
     */
    static void requireRoom(ApplicationProfile profile, CertifiedIssuer issuer) {
        issuer.requireRoom(profile.iccKeyBits());
        Map<Tag, byte[]> values = values(profile, issuer, CardElements.longest());
        int length = issuer.content().key().length();
        values.put(EmvTags.SIGNED_STATIC_DATA, new byte[length]);
        if (profile.iccKeyBits() > 0) {
            certified(
                    values,
                    EmvTags.ICC_CERTIFICATE,
                    EmvCertificates.blankIcc(profile.iccKeyBits() / 8, length));
        }
        profile.groupings().forEach(g -> content(g, values));
    }

    /**
     * The chip data of one card.
     *
     * @param image the stripe's discretionary data with the chip's verification value
     * @param key the card's own RSA key, used here and nowhere else; null when the profile has none
     * @throws Refusal {@code ISSUER_CERTIFICATE_IIN} when the issuer's certificate is for other
     *     account numbers, {@code ISSUER_CERTIFICATE_EXPIRY} when it ends before the card does,
     *     {@code ICC_KEY_LENGTH} when the key is not of the profile's length, {@code
     *     CHIP_RECORD_LENGTH} when a record becomes longer than 254 bytes. A retry helps with none
     */
    public PersonalizationRecord record(
            AccountRecord card, TrackImage image, @Nullable TakenIccKey key) {
        return record(card, image, key, Optional.empty());
    }

    /**
     * The same of a card that checks its PIN by itself.
     *
     * @param pin the PIN in a block of the profile's format, encrypted as the card's keys are;
     *     there exactly when the profile has one
     */
    public PersonalizationRecord record(
            AccountRecord card, TrackImage image, @Nullable TakenIccKey key, Optional<byte[]> pin) {
        check(card, key);
        Map<Tag, byte[]> values = values(profile, issuer, CardElements.of(card, image));
        byte[] staticData = staticData(values);
        if (profile.stores(EmvTags.SIGNED_STATIC_DATA)) {
            byte[] code = profile.constant(EmvTags.DATA_AUTHENTICATION_CODE);
            values.put(
                    EmvTags.SIGNED_STATIC_DATA,
                    EmvCertificates.staticData(
                            code, issuer.content().key().length(), staticData, security::sign));
        }
        if (key != null) {
            certified(values, EmvTags.ICC_CERTIFICATE, iccCertificate(card, key, staticData));
        }
        List<Dgi> groupings = new ArrayList<>();
        profile.groupings().forEach(g -> groupings.add(new Dgi(g.dgi(), content(g, values))));
        Set<Integer> encrypted = new TreeSet<>();
        symmetricKeys(card, groupings, encrypted);
        if (key != null) {
            privateKey(key, groupings, encrypted);
        }
        pin(pin, groupings, encrypted);
        return new PersonalizationRecord(profile.aidBytes(), groupings, encrypted);
    }

    /** Of the block in which it wants the PIN that the card checks; empty when it checks none. */
    public Optional<PinBlockFormat> pinFormat() {
        return Optional.ofNullable(profile.pin()).map(ApplicationProfile.Pin::format);
    }

    /**
     * The commands that store a record that {@link #record} made.
     *
     * @throws Refusal {@code CHIP_SCRIPT_LONG} when it takes more than 256 STORE DATA; a retry
     *     helps once the profile allows larger ones
     */
    public PersonalizationScript script(PersonalizationRecord made) {
        return PersonalizationScript.of(made, profile.script());
    }

    /** All but what the issuer's key makes for the card. */
    private static Map<Tag, byte[]> values(
            ApplicationProfile profile, CertifiedIssuer issuer, Map<Tag, byte[]> elements) {
        Map<Tag, byte[]> values = new HashMap<>(elements);
        profile.constants().keySet().forEach(tag -> values.put(tag, profile.constant(tag)));
        values.put(EmvTags.LABEL, CardElements.ascii(profile.label()));
        values.put(EmvTags.DEDICATED_FILE, profile.aidBytes());
        values.put(EmvTags.FILE_LOCATOR, profile.fileLocator());
        values.put(EmvTags.AUTHORITY_INDEX, new byte[] {(byte) issuer.authorityIndex()});
        certified(values, EmvTags.ISSUER_CERTIFICATE, issuer.certified());
        return values;
    }

    private void check(AccountRecord card, @Nullable TakenIccKey key) {
        if (!card.pan().digits().startsWith(issuer.content().iin())) {
            throw Refusal.invalid(
                    "ISSUER_CERTIFICATE_IIN",
                    "The issuer's chip certificate is for other account numbers; take the one that"
                            + " was made for these.");
        }
        if (issuer.content().expiry().yymm().compareTo(card.expiry().yymm()) < 0) {
            throw Refusal.invalid(
                    "ISSUER_CERTIFICATE_EXPIRY",
                    "The issuer's chip certificate ends before the card does; take a later one or"
                            + " an earlier expiry date.");
        }
        int bits = key == null ? 0 : key.key().key().modulus().bitLength();
        if (bits != profile.iccKeyBits()) {
            throw Refusal.invalid(
                    "ICC_KEY_LENGTH", "The card's chip key is not of the profile's length.");
        }
    }

    private CertifiedKey iccCertificate(AccountRecord card, TakenIccKey key, byte[] staticData) {
        byte[] modulus = key.key().key().modulusBytes();
        int serial = 0;
        for (int i = 0; i < BYTES_OF_SERIAL; i++) {
            serial = serial << 8 | modulus[modulus.length - 2 - i] & 0xFF;
        }
        return EmvCertificates.icc(
                card.pan(),
                card.expiry(),
                serial,
                key.key().key(),
                issuer.content().key().length(),
                staticData,
                security::sign);
    }

    /** A certificate, its remainder when there is one, and its exponent. */
    private static void certified(Map<Tag, byte[]> values, Tag tag, CertifiedKey key) {
        boolean ofIssuer = tag.equals(EmvTags.ISSUER_CERTIFICATE);
        values.put(tag, key.certificate());
        values.put(ofIssuer ? EmvTags.ISSUER_EXPONENT : EmvTags.ICC_EXPONENT, key.exponent());
        values.put(ofIssuer ? EmvTags.ISSUER_REMAINDER : EmvTags.ICC_REMAINDER, key.remainder());
    }

    /**
     * What offline data authentication covers: the signed records without their templates, in the
     * order of the file locator, and the interchange profile when the tag list names it (EMV Book
     * 3, 10.3).
     */
    private byte[] staticData(Map<Tag, byte[]> values) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        profile.groupings().stream()
                .filter(Grouping::signed)
                .sorted(java.util.Comparator.comparingInt(Grouping::dgi))
                .forEach(g -> data.writeBytes(objects(g, values).toBytes()));
        if (profile.constants().containsKey(EmvTags.STATIC_TAG_LIST)) {
            data.writeBytes(profile.constant(EmvTags.INTERCHANGE_PROFILE));
        }
        return data.toByteArray();
    }

    private static byte[] content(Grouping grouping, Map<Tag, byte[]> values) {
        TlvWriter objects = objects(grouping, values);
        Tag template = grouping.template();
        byte[] content =
                template == null
                        ? objects.toBytes()
                        : new TlvWriter().put(template, objects).toBytes();
        if (grouping.isRecord() && content.length > LONGEST_RECORD) {
            throw Refusal.invalid(
                    "CHIP_RECORD_LENGTH",
                    "Record %d of file %d would have %d bytes, and a terminal reads %d at once. Take a"
                                    .formatted(
                                            grouping.record(),
                                            grouping.sfi(),
                                            content.length,
                                            LONGEST_RECORD)
                            + " profile that gives the certificates records of their own, or"
                            + " have a shorter key certified.");
        }
        return content;
    }

    private static TlvWriter objects(Grouping grouping, Map<Tag, byte[]> values) {
        TlvWriter objects = new TlvWriter();
        for (Tag tag : grouping.tags()) {
            byte[] value = values.getOrDefault(tag, new byte[0]);
            // A key that its certificate has room for leaves no remainder.
            if (value.length > 0) {
                objects.put(tag, value);
            }
        }
        return objects;
    }

    private void symmetricKeys(AccountRecord card, List<Dgi> groupings, Set<Integer> encrypted) {
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        ByteArrayOutputStream checkValues = new ByteArrayOutputStream();
        for (ChipKeyUse use : profile.keys().uses()) {
            ProtectedKey key =
                    security.cardKey(use, profile.derivation(), card.pan(), card.sequenceNumber());
            keys.writeBytes(key.ciphertext());
            checkValues.writeBytes(HexFormat.of().parseHex(key.checkValue()));
        }
        groupings.add(new Dgi(profile.keys().dgi(), keys.toByteArray()));
        groupings.add(new Dgi(profile.keys().checkValues(), checkValues.toByteArray()));
        encrypted.add(profile.keys().dgi());
    }

    private void pin(Optional<byte[]> block, List<Dgi> groupings, Set<Integer> encrypted) {
        ApplicationProfile.Pin pin = profile.pin();
        if (pin == null) {
            return;
        }
        groupings.add(new Dgi(pin.dgi(), block.orElseThrow()));
        encrypted.add(pin.dgi());
        ApplicationProfile.Tries tries = pin.tries();
        if (tries != null) {
            groupings.add(new Dgi(tries.dgi(), tries.bytes()));
        }
    }

    private void privateKey(TakenIccKey key, List<Dgi> groupings, Set<Integer> encrypted) {
        Iterator<Integer> dgis = ApplicationProfile.PRIVATE_PARTS.iterator();
        for (byte[] part : security.iccPrivateKey(key.key(), key.place()).parts()) {
            int dgi = dgis.next();
            groupings.add(new Dgi(dgi, part));
            encrypted.add(dgi);
        }
    }
}
