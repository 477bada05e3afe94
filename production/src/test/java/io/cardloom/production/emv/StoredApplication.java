package io.cardloom.production.emv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application as it stands once a card took the commands of a script, read from their digits and
 * with nothing of the code that made them: it answers only to what EMV CPS lets a card expect.
 */
public final class StoredApplication {

    static final int APDU = 261;

    /** In the order in which they came, each once; data as hexadecimal digits. */
    final Map<String, String> groupings = new LinkedHashMap<>();

    /** P1 b7 b6 of the command in which each began. */
    final Map<String, Integer> encryption = new LinkedHashMap<>();

    final List<String> stores = new ArrayList<>();
    final String aid;
    int mostInOne;

    private String open = "";
    private int opened;

    public StoredApplication(String script) {
        String[] steps = script.split(" ", -1);
        this.aid = selected(steps[0]);
        require(steps[1].equals("SESSION"), "the session is opened after the application is there");
        for (int i = 2; i < steps.length; i++) {
            store(steps[i], i - 2, i == steps.length - 1);
        }
        require(open.isEmpty(), "no DGI stays open");
    }

    public String aid() {
        return aid;
    }

    /** Each DGI with its data, as hexadecimal digits. */
    public Map<String, String> groupings() {
        return groupings;
    }

    /** The DGIs of commands that hold nothing but encrypted ones. */
    public List<String> encrypted() {
        return encryption.entrySet().stream()
                .filter(said -> said.getValue() == 0x60)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String selected(String command) {
        require(command.startsWith("00A40400"), "SELECT by name");
        int length = number(command, 8);
        require(length >= 5 && length <= 16, "an identifier");
        require(command.length() == 2 * (6 + length) && command.endsWith("00"), "and Le");
        return command.substring(10, 10 + 2 * length);
    }

    private void store(String command, int number, boolean last) {
        require(command.matches("([0-9A-F]{2})+"), "digits");
        require(command.length() <= 2 * APDU, "no longer than a short command");
        require(command.startsWith("80E2"), "STORE DATA");
        int p1 = number(command, 4);
        require((p1 & 0x80) != 0 == last, "the last one says so, and only it");
        require((p1 & 0x17) == 0, "reserved bits are zero");
        require(number(command, 6) == number, "counted from zero");
        require(command.length() == 2 * (5 + number(command, 8)), "Lc is the length of the data");
        stores.add(command);
        String data = command.substring(10);
        require(!data.isEmpty(), "something to store");
        int encrypted = p1 & 0x60;
        if (!open.isEmpty()) {
            require(encrypted == opened, "a DGI goes on as it began");
            int left = 2 * whole(open) - open.length();
            require(data.length() <= left, "nothing behind a DGI that was cut");
            open += data;
            closeWhenWhole();
            return;
        }
        int begun = 0;
        while (!data.isEmpty()) {
            int length = Math.min(data.length(), 2 * whole(data));
            open = data.substring(0, length);
            opened = encrypted;
            data = data.substring(length);
            begun++;
            if (open.length() < 2 * whole(open)) {
                require(begun == 1, "a DGI that is cut has its commands for itself");
            }
            closeWhenWhole();
        }
        mostInOne = Math.max(mostInOne, begun);
    }

    private void closeWhenWhole() {
        if (open.length() == 2 * whole(open)) {
            int header = number(open, 4) == 255 ? 10 : 6;
            require(
                    groupings.put(open.substring(0, 4), open.substring(header)) == null,
                    "each DGI once");
            encryption.put(open.substring(0, 4), opened);
            open = "";
        }
    }

    /** Bytes of a DGI with what names it. */
    private static int whole(String dgi) {
        int length = number(dgi, 4);
        return length == 255 ? 5 + Integer.parseInt(dgi.substring(6, 10), 16) : 3 + length;
    }

    private static int number(String hex, int at) {
        return Integer.parseInt(hex.substring(at, at + 2), 16);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(rule);
        }
    }
}
