package io.cardloom.portal.design;

import io.cardloom.designer.design.DesignId;
import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways to designs. */
@Component
public class DesignNavigation implements Navigation {

    static final String LIST = "designs";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Designs",
                        LIST,
                        Glyph.DESIGN,
                        Group.WORK,
                        10,
                        Set.of(Permission.VIEW_DESIGN)));
    }

    /** Where a design is judged and decided. */
    public static String page(DesignId design) {
        return LIST + "/" + design;
    }

    /** Where it is drawn. */
    public static String editor(DesignId design) {
        return page(design) + "/edit";
    }
}
