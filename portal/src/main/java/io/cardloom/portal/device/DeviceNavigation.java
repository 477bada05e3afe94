package io.cardloom.portal.device;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way to bureaus and devices, and to what is written on stripes. */
@Component
public class DeviceNavigation implements Navigation {

    static final String PATH = "destinations";
    static final String STRIPES = "stripes";

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "Destinations",
                        PATH,
                        Glyph.DESTINATION,
                        Group.PRODUCTION,
                        30,
                        Set.of(Permission.VIEW_PRODUCTION)),
                new Entry(
                        "Stripes",
                        STRIPES,
                        Glyph.STRIPE,
                        Group.PRODUCTION,
                        40,
                        Set.of(Permission.OPERATE_DEVICE, Permission.ADMINISTER)));
    }
}
