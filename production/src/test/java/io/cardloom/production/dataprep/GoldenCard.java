package io.cardloom.production.dataprep;

import io.cardloom.designer.design.Digest;
import io.cardloom.designer.render.CardLines;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.emv.ApplicationProfile;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.key.store.TestKeys;
import io.cardloom.production.magstripe.StripeFormat;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.VerificationValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One card, prepared by the code that prepares runs, from a record, keys, names and a moment that
 * never change.
 */
final class GoldenCard {

    static final String VALUES = "values.txt";

    private static final String NOBODY = "0".repeat(25) + "1";
    private static final Instant MOMENT = Instant.parse("2026-11-22T12:00:00Z");
    private static final Ibm3624 NATURAL = new Ibm3624("0123456789012345", 0, 12, 'F');

    private GoldenCard() {}

    static AccountRecord record() {
        return new AccountRecord(
                Pan.withCheckDigit("999900123456789"),
                new PanSequenceNumber(1),
                new ExpiryDate("3012"),
                new ServiceCode("201"),
                new CardholderName("ADA LOVELACE", "LOVELACE/ADA"),
                "GOLDEN CARD",
                "TEST-GOLDEN",
                new TreeMap<>(Map.of("address_1", "12 MILL LANE, FLAT 3")));
    }

    /** The files by name, and what is computed beside them. */
    static Map<String, byte[]> files(CardLines lines, ApplicationProfile profile) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        AccountRecord record = record();
        TestKeys keys = new TestKeys();
        Preparing preparing =
                new Preparing(
                        new CardDeck<>(rows -> Map.of(1, record), List.of(new CardSlot(1, 1))),
                        (name, content) -> kept(files, name, content),
                        new RecordIds("golden card".getBytes(StandardCharsets.US_ASCII)));
        RunOrder order =
                new RunOrder(
                        new RunId("run_" + NOBODY),
                        new CardOrderId("ord_" + NOBODY),
                        new Digest("ab".repeat(32)),
                        List.of(new CardSlot(1, 1)));
        CardStripes stripes =
                RunStripes.of(
                        StripeFormat.of("{PVKI}{PVV}{CVV}{PSN}00", "{PVKI}{PVV}{CVV}"),
                        keys::pins,
                        CardPins.natural(PinRule.USUAL),
                        keys);
        preparing.make(
                new Preparing.Making(
                        stripes,
                        lines,
                        keys,
                        Optional.empty(),
                        Optional.of(SampleRun.chip(profile, false, stripes, keys)),
                        List.of(),
                        order.facts(MOMENT),
                        Map.of("stripe-cvk", keys.stripeCheckValue().hex6())),
                cards -> {});
        files.put(VALUES, values(record, keys).getBytes(StandardCharsets.US_ASCII));
        return files;
    }

    private static String values(AccountRecord record, TestKeys keys) {
        PinKeys.Session pins = keys.pins();
        return "cvv "
                + keys.value(VerificationValue.STRIPE, record)
                + "\nicvv "
                + keys.value(VerificationValue.CHIP, record)
                + "\ncvv2 "
                + keys.value(VerificationValue.SIGNATURE_PANEL, record)
                + "\npvv "
                + pins.pinVerificationValue(pins.natural(record.pan(), NATURAL, 4), record.pan(), 1)
                + "\n";
    }

    private static PreparedFile kept(
            Map<String, byte[]> files, String name, PreparedFolder.Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
            files.put(name, out.toByteArray());
            return new PreparedFile(
                    name,
                    HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(out.toByteArray())),
                    out.size());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
