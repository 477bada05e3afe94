package io.cardloom.connectors.payshield;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the device does with PINs. They are given out as J and 32 digits, as under a master key of
 * AES; what is inside is of our own, since a device's own is not public. The arithmetic is written
 * with strings and numbers here, apart from all that Cardloom has.
 */
final class SimulatedPins {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final SimulatedHsm hsm;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec locking;
    private boolean lockedTablesOnly;

    SimulatedPins(SimulatedHsm hsm) {
        this.hsm = hsm;
        byte[] key = new byte[32];
        random.nextBytes(key);
        this.locking = new SecretKeySpec(key, "AES");
    }

    /** As a device whose officers forbid tables in clear; the table as it takes it from then on. */
    String takeLockedTablesOnly(String table) {
        lockedTablesOnly = true;
        return "L" + aes(Cipher.ENCRYPT_MODE, table + "0".repeat(16));
    }

    /** What officers see at the device's console when they encrypt a clear PIN. */
    String held(String pin, String account) {
        return "J"
                + aes(
                        Cipher.ENCRYPT_MODE,
                        "%X".formatted(pin.length())
                                + pin
                                + "F".repeat(12 - pin.length())
                                + account
                                + "000000"
                                + "%X".formatted(random.nextInt(16)));
    }

    private String clear(String locked, String account) throws SimulatedHsm.Fault {
        String text = aes(Cipher.DECRYPT_MODE, locked.substring(1));
        if (!text.substring(25, 31).equals("000000")) {
            throw new SimulatedHsm.Fault("14");
        }
        if (!text.substring(13, 25).equals(account)) {
            throw new SimulatedHsm.Fault("20");
        }
        return text.substring(1, 1 + Integer.parseInt(text.substring(0, 1), 16));
    }

    byte[] drawn(Words words) throws SimulatedHsm.Fault {
        String account = account(words);
        int digits = length(words);
        words.lmk();
        words.end();
        BigInteger pin = new BigInteger(200, random).mod(BigInteger.TEN.pow(digits));
        return SimulatedHsm.text(held(filled(pin.toString(), digits), account));
    }

    byte[] derived(Words words) throws SimulatedHsm.Fault {
        TestLmk.Held key = hsm.held(words.key(), "V1");
        String offset = words.next(12);
        int digits = length(words);
        String account = account(words);
        String natural = natural(key, words, account, digits);
        words.lmk();
        words.end();
        if (!offset.substring(digits).matches("F*")) {
            throw new SimulatedHsm.Fault("15");
        }
        StringBuilder pin = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            pin.append((digit(natural, i) + digit(offset, i)) % 10);
        }
        return SimulatedHsm.text(held(pin.toString(), account));
    }

    byte[] offset(Words words) throws SimulatedHsm.Fault {
        TestLmk.Held key = hsm.held(words.key(), "V1");
        String locked = locked(words);
        int digits = length(words);
        String account = account(words);
        String natural = natural(key, words, account, digits);
        words.lmk();
        words.end();
        String pin = clear(locked, account);
        if (pin.length() != digits) {
            throw new SimulatedHsm.Fault("81");
        }
        StringBuilder offset = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            offset.append(Math.floorMod(digit(pin, i) - digit(natural, i), 10));
        }
        return SimulatedHsm.text(offset + "F".repeat(12 - digits));
    }

    byte[] verificationValue(Words words) throws SimulatedHsm.Fault {
        TestLmk.Held key = hsm.held(words.key(), "V2");
        String locked = locked(words);
        String account = account(words);
        String index = words.next(1);
        words.lmk();
        words.end();
        String data = account.substring(1) + index + clear(locked, account).substring(0, 4);
        String hex = des(key, data);
        StringBuilder value = new StringBuilder(hex.replaceAll("[A-F]", ""));
        for (char letter : hex.replaceAll("[0-9]", "").toCharArray()) {
            value.append(Integer.parseInt("" + letter, 16) - 10);
        }
        return SimulatedHsm.text(value.substring(0, 4));
    }

    byte[] block(Words words) throws SimulatedHsm.Fault {
        TestLmk.Held key = hsm.held(words.key(), "P0");
        if (!words.next(2).equals("01")) {
            throw new SimulatedHsm.Fault("23");
        }
        String account = account(words);
        String pin = clear(locked(words), account);
        words.lmk();
        words.end();
        String field = "0%X".formatted(pin.length()) + pin + "F".repeat(14 - pin.length());
        BigInteger block = new BigInteger(field, 16).xor(new BigInteger(account, 16));
        return SimulatedHsm.text(des(key, filled(block.toString(16), 16)));
    }

    private String natural(TestLmk.Held key, Words words, String account, int digits)
            throws SimulatedHsm.Fault {
        String table = table(words);
        String start = words.next(1);
        String data =
                start.equals("P")
                        ? words.next(16)
                        : (start + words.next(11)).replace("N", account.substring(7));
        StringBuilder natural = new StringBuilder();
        for (char each : des(key, data).substring(0, digits).toCharArray()) {
            natural.append(table.charAt(Integer.parseInt("" + each, 16)));
        }
        return natural.toString();
    }

    private String table(Words words) throws SimulatedHsm.Fault {
        String start = words.next(1);
        boolean locked = start.equals("L");
        String table =
                locked
                        ? aes(Cipher.DECRYPT_MODE, words.next(32)).substring(0, 16)
                        : start + words.next(15);
        if (locked != lockedTablesOnly || !table.matches("[0-9]{16}")) {
            throw new SimulatedHsm.Fault("25");
        }
        return table;
    }

    private static String locked(Words words) throws SimulatedHsm.Fault {
        String locked = words.next(33);
        if (!locked.startsWith("J")) {
            throw new SimulatedHsm.Fault("14");
        }
        return locked;
    }

    private static String account(Words words) throws SimulatedHsm.Fault {
        String account = words.next(12);
        if (!account.matches("[0-9]{12}")) {
            throw new SimulatedHsm.Fault("15");
        }
        return account;
    }

    private static int length(Words words) throws SimulatedHsm.Fault {
        int digits = Integer.parseInt(words.next(2));
        if (digits < 4 || digits > 12) {
            throw new SimulatedHsm.Fault("24");
        }
        return digits;
    }

    private static int digit(String digits, int at) {
        return Character.digit(digits.charAt(at), 10);
    }

    private static String filled(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }

    private static String des(TestLmk.Held key, String hex) {
        byte[] triple = SimulatedHsm.triple(key.key().bytes());
        return HEX.formatHex(SimulatedHsm.ecb("DESede", triple, HEX.parseHex(hex)));
    }

    private String aes(int mode, String hex) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, locking);
            return HEX.formatHex(cipher.doFinal(HEX.parseHex(hex)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
