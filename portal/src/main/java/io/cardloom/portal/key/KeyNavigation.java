package io.cardloom.portal.key;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.production.key.life.CeremonyId;
import io.cardloom.production.key.life.KeyId;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways to keys and their ceremonies. */
@Component
public class KeyNavigation implements Navigation {

    /** The page of all keys. */
    public static final String LIST = "keys";

    /** The page of Cardloom's own certificates. */
    public static final String CERTIFICATES = "certificates";

    static final String BY_PROGRAM = LIST + "/by-program";
    static final String CEREMONY = "key-ceremonies";
    static final String CHIPS = "chips";
    static final String DOCUMENTS = "documents";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Keys",
                        LIST,
                        Glyph.KEY,
                        Group.ISSUER,
                        50,
                        Set.of(Permission.KEEP_KEYS, Permission.ADMINISTER)),
                new Entry(
                        "Certificates",
                        CERTIFICATES,
                        Glyph.SEAL,
                        Group.ISSUER,
                        52,
                        Set.of(
                                Permission.KEEP_KEYS,
                                Permission.PLACE_ORDER,
                                Permission.RECEIVE_RUN)),
                new Entry(
                        "Chips", CHIPS, Glyph.CHIP, Group.ISSUER, 55, Set.of(Permission.KEEP_KEYS)),
                new Entry(
                        "Documents",
                        DOCUMENTS,
                        Glyph.DOCUMENT,
                        Group.ISSUER,
                        57,
                        Set.of(Permission.KEEP_KEYS)));
    }

    static String page(KeyId key) {
        return LIST + "/" + key;
    }

    public static String page(CeremonyId ceremony) {
        return CEREMONY + "/" + ceremony;
    }
}
