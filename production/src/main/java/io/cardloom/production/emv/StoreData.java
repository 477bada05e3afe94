package io.cardloom.production.emv;

import io.cardloom.production.tlv.Dgi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The commands by which a personalizer stores a record in an application: SELECT, then STORE DATA
 * (GlobalPlatform Card Specification, 11.11; EMV CPS). The secure channel between them is opened by
 * whoever holds the card's keys and is not part of it; nor is the second encryption of secret
 * groupings under the session's key, which has to come before {@link #commands}.
 */
public final class StoreData {

    /** The most data of one command; a longer grouping goes on in the next. */
    static final int MAX_DATA = 239;

    private static final int MAX_COMMANDS = 256;
    private static final int LAST = 0x80;
    private static final int ENCRYPTED = 0x60;

    private StoreData() {}

    /** Selects an application by its identifier (ISO/IEC 7816-4, 11.2.2). */
    public static byte[] select(byte[] aid) {
        byte[] command = new byte[6 + aid.length];
        command[1] = (byte) 0xA4;
        command[2] = 0x04;
        command[4] = (byte) aid.length;
        System.arraycopy(aid, 0, command, 5, aid.length);
        return command;
    }

    /**
     * One command after the other, numbered from 0 in P2; the last one says so in P1.
     *
     * @param encrypted the DGIs that are encrypted under the session's key
     * @throws IllegalArgumentException when there are none or more than 256
     */
    public static List<byte[]> commands(List<Dgi> groupings, Set<Integer> encrypted) {
        List<byte[]> commands = new ArrayList<>();
        for (Dgi dgi : groupings) {
            byte[] bytes = dgi.toBytes();
            int secret = encrypted.contains(dgi.id()) ? ENCRYPTED : 0;
            for (int from = 0; from < bytes.length; from += MAX_DATA) {
                byte[] data =
                        Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MAX_DATA));
                commands.add(command(secret, commands.size(), data));
            }
        }
        if (commands.isEmpty() || commands.size() > MAX_COMMANDS) {
            throw new IllegalArgumentException("a script has 1 to 256 commands");
        }
        commands.getLast()[2] |= (byte) LAST;
        return commands;
    }

    private static byte[] command(int p1, int number, byte[] data) {
        byte[] command = new byte[5 + data.length];
        command[0] = (byte) 0x80;
        command[1] = (byte) 0xE2;
        command[2] = (byte) p1;
        command[3] = (byte) number;
        command[4] = (byte) data.length;
        System.arraycopy(data, 0, command, 5, data.length);
        return command;
    }
}
