package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.permission.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Roles in one column: their names in order, with commas. */
final class RoleText {

    private RoleText() {}

    static String write(Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> read(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(text.split(","))
                .filter(t -> !t.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
