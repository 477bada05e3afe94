package io.cardloom.portal.admin;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways to what an issuer sets up. */
@Component
public class AdminNavigation implements Navigation {

    static final String PROGRAMS = "programs";
    static final String BODIES = "card-bodies";
    static final String PACKS = "packs";
    static final String PEOPLE = "people";
    static final String SIGN_IN = "sign-in-provider";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Programs",
                        PROGRAMS,
                        Glyph.PROGRAM,
                        Group.ISSUER,
                        10,
                        Set.of(Permission.VIEW_DESIGN)),
                new Entry(
                        "Card bodies",
                        BODIES,
                        Glyph.CARD,
                        Group.ISSUER,
                        20,
                        Set.of(Permission.VIEW_DESIGN)),
                new Entry(
                        "Packs",
                        PACKS,
                        Glyph.PACK,
                        Group.ISSUER,
                        25,
                        Set.of(Permission.ADMINISTER)),
                new Entry(
                        "People",
                        PEOPLE,
                        Glyph.PEOPLE,
                        Group.ISSUER,
                        30,
                        Set.of(Permission.ADMINISTER)),
                new Entry(
                        "Sign-in",
                        SIGN_IN,
                        Glyph.KEY,
                        Group.ISSUER,
                        40,
                        Set.of(Permission.ADMINISTER)));
    }
}
