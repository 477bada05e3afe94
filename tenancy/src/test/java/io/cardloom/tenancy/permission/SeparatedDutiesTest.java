package io.cardloom.tenancy.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationKind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeparatedDutiesTest {

    @ParameterizedTest
    @CsvSource({
        "KEY_CUSTODIAN,PRODUCTION_OPERATOR,duty-1",
        "KEY_CUSTODIAN,ADMINISTRATOR,duty-1",
        "AUDITOR,ISSUER_DESIGNER,duty-2",
        "AUDITOR,APPROVER,duty-2",
        "AUDITOR,PRODUCTION_OPERATOR,duty-2",
        "AUDITOR,KEY_CUSTODIAN,duty-2",
        "AUDITOR,ADMINISTRATOR,duty-2",
        "AUDITOR,PARTNER_MARKETER,duty-2",
        "BUREAU_OPERATOR,APPROVER,duty-3",
        "BUREAU_OPERATOR,PRODUCTION_OPERATOR,duty-3"
    })
    void refusesDutiesThatMustNotMeet(Role one, Role other, String address) {
        assertThat(SeparatedDuties.broken(Set.of(one, other)))
                .hasValueSatisfying(r -> assertThat(r.address()).isEqualTo(address));
        assertThatThrownBy(() -> SeparatedDuties.require(EnumSet.of(one, other)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> {
                            assertThat(r.code()).isEqualTo("DUTIES_SEPARATED");
                            assertThat(r.sentence()).contains(address);
                        });
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsEveryRoleStandAlone(Role role) {
        assertThat(SeparatedDuties.broken(Set.of(role))).isEmpty();
    }

    @Test
    void letsAnIssuersPersonDesignApproveAndOperate() {
        assertThat(
                        SeparatedDuties.broken(
                                Set.of(
                                        Role.ISSUER_DESIGNER,
                                        Role.APPROVER,
                                        Role.PRODUCTION_OPERATOR)))
                .isEmpty();
    }

    @Test
    void givesEachKindOfOrganizationItsRoles() {
        SeparatedDuties.requireFit(OrganizationKind.PARTNER, Set.of(Role.APPROVER));
        for (OrganizationKind kind : OrganizationKind.values()) {
            for (Role role : Role.values()) {
                if (!SeparatedDuties.ROLES.getOrDefault(kind, Set.of()).contains(role)) {
                    assertThatThrownBy(() -> SeparatedDuties.requireFit(kind, Set.of(role)))
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    r -> assertThat(r.code()).isEqualTo("ROLE_NOT_HERE"));
                }
            }
            assertThatThrownBy(() -> SeparatedDuties.requireFit(kind, Set.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("ROLE_REQUIRED"));
        }
    }
}
