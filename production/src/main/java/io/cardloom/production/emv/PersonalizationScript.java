package io.cardloom.production.emv;

import io.cardloom.production.emv.ApplicationProfile.Script;
import io.cardloom.production.tlv.Dgi;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The commands that personalize one application of one card, as command APDUs (ISO/IEC 7816-4) in
 * clear of a session: the application is selected, then the personalizer opens the secure channel
 * with its own keys, then STORE DATA brings the DGIs (EMV CPS 1.1, 3.2.7). What is encrypted lies
 * under the transport key, and the personalizer encrypts it again for its session.
 *
 * @param select SELECT by the application's identifier (EMV Book 1, 11.3)
 * @param stores STORE DATA, each with up to 255 bytes of data, numbered in P2 from 00
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two calls, never compared
public record PersonalizationScript(byte[] select, List<byte[]> stores) {

    /**
     * In a line, where INITIALIZE UPDATE and EXTERNAL AUTHENTICATE go: their bytes come of the
     * personalizer's keys and of the card's and the host's challenges.
     */
    public static final String SESSION = "SESSION";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MOST_STORES = 256;
    private static final int HEADER = 5;

    private static final int LAST = 0x80;
    private static final int ALL_ENCRYPTED = 0x60;
    private static final int APPLICATION_DEPENDENT = 0x20;
    private static final int DGI_FORMAT = 0x08;

    /** A block of the session's cipher is never cut: 16 bytes hold whole ones of DES and AES. */
    private static final int CIPHER_BLOCK = 16;

    public PersonalizationScript {
        stores = List.copyOf(stores);
    }

    /**
     * @throws Refusal {@code CHIP_SCRIPT_LONG}
     */
    static PersonalizationScript of(PersonalizationRecord made, Script form) {
        List<Block> blocks = blocks(made, form);
        if (blocks.size() > MOST_STORES) {
            throw Refusal.invalid(
                    "CHIP_SCRIPT_LONG",
                    "The commands of a card's chip cannot be counted in one byte. Let the chip"
                            + " profile put more into a command.");
        }
        List<byte[]> stores = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean last = i == blocks.size() - 1;
            stores.add(blocks.get(i).store(form, i, last));
        }
        return new PersonalizationScript(select(made.aid()), stores);
    }

    /** The commands in hexadecimal digits with blanks between, {@link #SESSION} in its place. */
    public String line() {
        StringBuilder line = new StringBuilder(HEX.formatHex(select)).append(' ').append(SESSION);
        stores.forEach(store -> line.append(' ').append(HEX.formatHex(store)));
        return line.toString();
    }

    @Override
    public String toString() {
        return "PersonalizationScript[REDACTED]";
    }

    /** The data of one command. */
    private static final class Block {

        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private boolean encrypted;
        private int groupings;

        void add(byte[] bytes, boolean secret) {
            data.writeBytes(bytes);
            encrypted |= secret;
            groupings++;
        }

        boolean takes(byte[] bytes, boolean secret, Script form) {
            return groupings < form.groupings()
                    && data.size() + bytes.length <= form.bytes()
                    && (form.mixed() || secret == encrypted);
        }

        byte[] store(Script form, int number, boolean last) {
            int encryption = form.mixed() ? APPLICATION_DEPENDENT : ALL_ENCRYPTED;
            int p1 =
                    (last ? LAST : 0)
                            | (encrypted ? encryption : 0)
                            | (form.dgiFormat() ? DGI_FORMAT : 0);
            return command(0x80, 0xE2, p1, number, data.toByteArray());
        }
    }

    /** A DGI that fits into one command is never cut; a longer one has its commands for itself. */
    private static List<Block> blocks(PersonalizationRecord made, Script form) {
        List<Block> blocks = new ArrayList<>();
        boolean open = false;
        for (Dgi dgi : ordered(made.groupings(), form.order())) {
            byte[] bytes = dgi.toBytes();
            boolean secret = made.encrypted().contains(dgi.id());
            if (bytes.length > form.bytes()) {
                blocks.addAll(cut(bytes, bytes.length - dgi.length(), secret, form.bytes()));
                open = false;
                continue;
            }
            if (!open || !blocks.getLast().takes(bytes, secret, form)) {
                blocks.add(new Block());
                open = true;
            }
            blocks.getLast().add(bytes, secret);
        }
        return blocks;
    }

    private static List<Block> cut(byte[] bytes, int header, boolean secret, int most) {
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            int room = from == 0 ? most - header : most;
            int whole = secret ? room - room % CIPHER_BLOCK : room;
            int to = Math.min(bytes.length, from == 0 ? header + whole : from + whole);
            Block block = new Block();
            block.add(Arrays.copyOfRange(bytes, from, to), secret);
            blocks.add(block);
            from = to;
        }
        return blocks;
    }

    private static List<Dgi> ordered(List<Dgi> groupings, List<Integer> order) {
        List<Dgi> ordered = new ArrayList<>();
        for (int first : order) {
            groupings.stream().filter(dgi -> dgi.id() == first).forEach(ordered::add);
        }
        Set<Integer> before = new HashSet<>(order);
        groupings.stream().filter(dgi -> !before.contains(dgi.id())).forEach(ordered::add);
        return ordered;
    }

    private static byte[] select(byte[] aid) {
        byte[] command = command(0x00, 0xA4, 0x04, 0x00, aid);
        return Arrays.copyOf(command, command.length + 1);
    }

    private static byte[] command(int cla, int ins, int p1, int p2, byte[] data) {
        ByteArrayOutputStream command = new ByteArrayOutputStream(HEADER + data.length);
        command.write(cla);
        command.write(ins);
        command.write(p1);
        command.write(p2);
        command.write(data.length);
        command.writeBytes(data);
        return command.toByteArray();
    }
}
