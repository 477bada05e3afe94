package io.cardloom.production.document;

import io.cardloom.production.document.lds.DocumentFile;
import io.cardloom.production.document.mrz.Mrz;
import java.util.List;
import java.util.Map;

/**
 * A document ready for its chip.
 *
 * @param zone to be printed
 * @param files in the order in which they are stored, EF.CardAccess first
 * @param keys what the chip gets besides, wrapped
 * @param transportCheckValue of the key under which they are wrapped
 * @param nameAltered whether the zone's form of the name is more than the printed name in capitals
 * @param nameCut whether the zone had no room for all of the name
 */
public record PreparedDocument(
        Mrz zone,
        List<DocumentFile> files,
        Map<KeyRole, WrappedKey> keys,
        String transportCheckValue,
        boolean nameAltered,
        boolean nameCut) {

    /** What a key is for. */
    public enum KeyRole {
        /** Basic access control, encryption: two DES keys. */
        BASIC_ENCRYPTION,
        /** Basic access control, MAC: two DES keys. */
        BASIC_MAC,
        /** PACE by the machine readable zone. */
        PACE_ZONE,
        /** PACE by the card access number. */
        PACE_ACCESS_NUMBER,
        /** Active authentication: the private key, PKCS #8. */
        AUTHENTICATION
    }

    public PreparedDocument {
        files = List.copyOf(files);
        keys = Map.copyOf(keys);
    }

    @Override
    public String toString() {
        return "PreparedDocument[REDACTED]";
    }
}
