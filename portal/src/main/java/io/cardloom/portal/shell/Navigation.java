package io.cardloom.portal.shell;

import io.cardloom.portal.component.Glyph;
import io.cardloom.tenancy.permission.Permission;
import java.util.List;
import java.util.Set;

/** What a feature puts into the rail; every feature has one. */
public interface Navigation {

    List<Entry> entries();

    /** Under which caption an entry stands, in this order. */
    enum Group {
        WORK("Work"),
        PRODUCTION("Production"),
        ISSUER("Issuer");

        private final String caption;

        Group(String caption) {
            this.caption = caption;
        }

        String caption() {
            return caption;
        }
    }

    /**
     * One way in.
     *
     * @param path without a leading slash; empty for the first page
     * @param rank within its group, lower stands higher
     * @param anyOf who holds one of these is shown it; empty for everybody. Hiding is a courtesy:
     *     the doors check
     */
    record Entry(
            String label, String path, Glyph glyph, Group group, int rank, Set<Permission> anyOf) {
        public Entry {
            anyOf = Set.copyOf(anyOf);
        }
    }
}
