package io.cardloom.portal.audit;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways to the audit trail. */
@Component
public class AuditNavigation implements Navigation {

    static final String PATH = "audit";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Audit trail",
                        PATH,
                        Glyph.AUDIT,
                        Group.ISSUER,
                        90,
                        Set.of(Permission.READ_AUDIT)));
    }

    /** Everything that happened to a digest. */
    public static String story(String digest) {
        return PATH + "?digest=" + digest;
    }
}
