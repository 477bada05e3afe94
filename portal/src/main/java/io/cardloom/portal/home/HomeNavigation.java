package io.cardloom.portal.home;

import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way to the first page. */
@Component
public class HomeNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("Home", "", Glyph.HOME, Group.WORK, 0, Set.of()));
    }
}
