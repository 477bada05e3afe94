package io.cardloom.portal.run;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.production.RunId;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways to runs; a bureau's people see those that were sent to them. */
@Component
public class RunNavigation implements Navigation {

    static final String LIST = "runs";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Runs",
                        LIST,
                        Glyph.RUN,
                        Group.PRODUCTION,
                        20,
                        Set.of(Permission.VIEW_PRODUCTION, Permission.RECEIVE_RUN)));
    }

    public static String page(RunId run) {
        return LIST + "/" + run;
    }
}
