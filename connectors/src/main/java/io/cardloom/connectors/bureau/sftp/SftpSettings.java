package io.cardloom.connectors.bureau.sftp;

import io.cardloom.connectors.registry.Setting;
import io.cardloom.production.output.Destination;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a bureau's SFTP server is reached.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param user at the server
 * @param hostKeys fingerprints of the server's host keys, one of which it has to prove: {@code
 *     SHA256:} and unpadded base 64, as {@code ssh-keygen -lf} prints them
 * @param clientKey name of Cardloom's key for this bureau, in the folder of keys
 * @param inbox folder at the server that takes packages
 * @param acknowledgements folder at the server that holds acknowledgements
 * @param patience the longest the server may leave one question unanswered
 */
record SftpSettings(
        String host,
        int port,
        String user,
        Set<String> hostKeys,
        String clientKey,
        String inbox,
        String acknowledgements,
        Duration patience) {

    private static final Setting HOST =
            new Setting("host", "Host", "Name or address of the server", "");
    private static final Setting PORT = new Setting("port", "Port", "1 to 65535", "22");
    private static final Setting USER =
            new Setting("user", "User", "Sign-in name at the server", "");
    private static final Setting HOST_KEY =
            new Setting(
                    "hostKey",
                    "Host key",
                    "Fingerprint from the bureau, SHA256:...; several with commas",
                    "");
    private static final Setting CLIENT_KEY =
            new Setting("clientKey", "Own key", "Name of Cardloom's key for it", "cardloom");
    private static final Setting INBOX =
            new Setting("inbox", "Inbox", "Folder that takes packages", "inbox");
    private static final Setting ACKNOWLEDGEMENTS =
            new Setting(
                    "acknowledgements",
                    "Acknowledgements",
                    "Folder with the bureau's answers",
                    "acknowledgements");
    private static final Setting PATIENCE =
            new Setting("patienceSeconds", "Patience", "Seconds, 1 to 300", "20");

    static final List<Setting> ALL =
            List.of(HOST, PORT, USER, HOST_KEY, CLIENT_KEY, INBOX, ACKNOWLEDGEMENTS, PATIENCE);

    private static final Pattern HOST_FORM = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern USER_FORM = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern FINGERPRINTS =
            Pattern.compile("SHA256:[A-Za-z0-9+/]{43}(, *SHA256:[A-Za-z0-9+/]{43})*");
    private static final Pattern KEY_FORM = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern FOLDER = Pattern.compile("/?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code DESTINATION_SETTING_MISSING} or {@code
     *     DESTINATION_SETTING_WRONG}, with what may stand there
     */
    static SftpSettings of(Destination destination) {
        return new SftpSettings(
                HOST.of(destination, HOST_FORM),
                PORT.of(destination, 1, 65535),
                USER.of(destination, USER_FORM),
                Arrays.stream(HOST_KEY.of(destination, FINGERPRINTS).split(",", -1))
                        .map(String::trim)
                        .collect(Collectors.toUnmodifiableSet()),
                CLIENT_KEY.of(destination, KEY_FORM),
                folder(INBOX, destination),
                folder(ACKNOWLEDGEMENTS, destination),
                Duration.ofSeconds(PATIENCE.of(destination, 1, 300)));
    }

    private static String folder(Setting setting, Destination destination) {
        String folder = setting.of(destination, FOLDER);
        if (Arrays.asList(folder.split("/", -1)).contains("..")) {
            throw setting.wrong();
        }
        return folder;
    }
}
