package io.cardloom.portal.font;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.tenancy.identity.MembershipId;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way to an issuer's own fonts. */
@Component
public class FontNavigation implements Navigation {

    static final String FONTS = "fonts";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Fonts",
                        FONTS,
                        Glyph.TYPE,
                        Group.ISSUER,
                        25,
                        Set.of(Permission.ADMINISTER)));
    }

    /** Where a browser gets the file of a font, for somebody who may see the issuer's designs. */
    public static String file(MembershipId membership, String digest) {
        return "/design-parts/" + membership.value() + "/fonts/" + digest;
    }
}
