package io.cardloom.portal.api;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way to one's tokens. */
@Component
class ApiNavigation implements Navigation {

    static final String TOKENS = "api-access";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "API access",
                        TOKENS,
                        Glyph.CODE,
                        Group.ISSUER,
                        60,
                        Set.of(Permission.VIEW_DESIGN)));
    }
}
