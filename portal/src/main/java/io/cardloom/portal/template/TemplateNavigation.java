package io.cardloom.portal.template;

import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.template.RebrandId;
import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways to templates. */
@Component
public class TemplateNavigation implements Navigation {

    static final String LIST = "templates";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Templates",
                        LIST,
                        Glyph.TEMPLATE,
                        Group.WORK,
                        20,
                        Set.of(Permission.VIEW_DESIGN)));
    }

    /** Where a template's version is seen and carried on. */
    public static String page(TemplateId template) {
        return LIST + "/" + template;
    }

    static String rebrand(TemplateId template, RebrandId rebrand) {
        return page(template) + "/rebrand/" + rebrand;
    }
}
