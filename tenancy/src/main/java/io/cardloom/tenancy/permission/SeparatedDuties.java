package io.cardloom.tenancy.permission;

import static io.cardloom.tenancy.permission.Role.ADMINISTRATOR;
import static io.cardloom.tenancy.permission.Role.APPROVER;
import static io.cardloom.tenancy.permission.Role.AUDITOR;
import static io.cardloom.tenancy.permission.Role.BUREAU_OPERATOR;
import static io.cardloom.tenancy.permission.Role.ISSUER_DESIGNER;
import static io.cardloom.tenancy.permission.Role.KEY_CUSTODIAN;
import static io.cardloom.tenancy.permission.Role.PARTNER_MARKETER;
import static io.cardloom.tenancy.permission.Role.PRODUCTION_OPERATOR;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which duties must not meet in one hand within one tenant, as data; helps to meet ISO/IEC
 * 27001:2022 A.5.3 and PCI Card Production's separation of duties and dual control.
 */
public final class SeparatedDuties {

    /**
     * One forbidden meeting.
     *
     * @param address by which a refusal and a test name the rule
     * @param why ends the sentence "..., because ..."
     */
    public record Rule(String address, Role one, Set<Role> other, String why) {}

    /** Every rule. */
    public static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "duty-1",
                            KEY_CUSTODIAN,
                            EnumSet.of(PRODUCTION_OPERATOR, ADMINISTRATOR),
                            "who holds a part of a key must neither run production nor decide who"
                                    + " holds the other parts"),
                    new Rule(
                            "duty-2",
                            AUDITOR,
                            EnumSet.complementOf(EnumSet.of(AUDITOR)),
                            "who judges the work must not do it"),
                    new Rule(
                            "duty-3",
                            BUREAU_OPERATOR,
                            EnumSet.complementOf(EnumSet.of(BUREAU_OPERATOR)),
                            "who receives cards to make must not decide which are made"));

    /** Which roles an organization of a kind can give its people. */
    public static final Map<OrganizationKind, Set<Role>> ROLES =
            Map.of(
                    OrganizationKind.ISSUER,
                    EnumSet.of(
                            ISSUER_DESIGNER,
                            APPROVER,
                            PRODUCTION_OPERATOR,
                            KEY_CUSTODIAN,
                            AUDITOR,
                            ADMINISTRATOR),
                    OrganizationKind.PARTNER,
                    EnumSet.of(PARTNER_MARKETER, APPROVER),
                    OrganizationKind.BUREAU,
                    EnumSet.of(BUREAU_OPERATOR));

    private SeparatedDuties() {}

    /** The first rule that this set of roles breaks. */
    public static Optional<Rule> broken(Collection<Role> roles) {
        return RULES.stream()
                .filter(
                        r ->
                                roles.contains(r.one())
                                        && roles.stream().anyMatch(r.other()::contains))
                .findFirst();
    }

    /**
     * @param roles all that one person would hold in one tenant
     * @throws Refusal {@code DUTIES_SEPARATED}, naming the roles and the reason
     */
    public static void require(Collection<Role> roles) {
        broken(roles)
                .ifPresent(
                        rule -> {
                            Set<Role> met = EnumSet.copyOf(rule.other());
                            met.retainAll(roles);
                            throw Refusal.forbidden(
                                    "DUTIES_SEPARATED",
                                    "Nobody is both "
                                            + title(rule.one())
                                            + " and "
                                            + titles(met)
                                            + " here, because "
                                            + rule.why()
                                            + " ("
                                            + rule.address()
                                            + "). Give one of the roles to somebody else.");
                        });
    }

    /**
     * @throws Refusal {@code ROLE_NOT_HERE} for a role that this kind of organization cannot give,
     *     {@code ROLE_REQUIRED} for none at all
     */
    public static void requireFit(OrganizationKind kind, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Refusal.invalid("ROLE_REQUIRED", "Choose at least one role.");
        }
        Set<Role> possible = ROLES.getOrDefault(kind, Set.of());
        if (!possible.containsAll(roles)) {
            throw Refusal.invalid(
                    "ROLE_NOT_HERE",
                    "People of such an organization can be "
                            + titles(possible)
                            + ". Choose among these.");
        }
    }

    private static String titles(Set<Role> roles) {
        return new TreeSet<>(roles)
                .stream().map(SeparatedDuties::title).collect(Collectors.joining(" or "));
    }

    private static String title(Role role) {
        return role.title().toLowerCase(java.util.Locale.ROOT);
    }
}
