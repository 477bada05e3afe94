package io.cardloom.portal.order;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways to orders. */
@Component
public class OrderNavigation implements Navigation {

    static final String LIST = "orders";

    /** Where dry runs of a digest are made. */
    static final String DRY_RUN = "dry-run";

    /** The query parameter that opens the form for a digest. */
    static final String PLACE = "place";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Orders",
                        LIST,
                        Glyph.ORDER,
                        Group.PRODUCTION,
                        10,
                        Set.of(Permission.VIEW_PRODUCTION, Permission.PLACE_ORDER)));
    }

    public static String page(CardOrderId order) {
        return LIST + "/" + order;
    }
}
