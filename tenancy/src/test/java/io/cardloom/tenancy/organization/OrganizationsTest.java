package io.cardloom.tenancy.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.program.ProductKind;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class OrganizationsTest {

    @Autowired TwoIssuers issuers;
    @Autowired Tenants tenants;
    @Autowired Organizations organizations;
    @Autowired Programs programs;

    private static String code(ThrowingCallable attempt) {
        return catchThrowableOfType(Refusal.class, attempt).code();
    }

    @Test
    void showsOthersOnlyTheIssuerAndThemselves() {
        IssuerWorld a = issuers.a();
        assertThat(organizations.list(a.designer())).hasSize(4);
        assertThat(organizations.list(a.marketer()))
                .extracting(Organization::id)
                .containsExactlyInAnyOrder(a.issuer(), a.partner());
        assertThat(organizations.list(a.bureau()))
                .extracting(Organization::id)
                .containsExactlyInAnyOrder(a.issuer(), a.bureauOrganization());
    }

    @Test
    void refusesWhatDoesNotFit() {
        IssuerWorld a = issuers.a();
        assertThat(code(() -> organizations.add(a.designer(), OrganizationKind.PARTNER, "X")))
                .isEqualTo("PERMISSION_MISSING");
        assertThat(code(() -> organizations.add(a.administrator(), OrganizationKind.ISSUER, "X")))
                .isEqualTo("ORGANIZATION_KIND");
        String taken = organizations.get(a.tenant(), a.partner()).name();
        assertThat(code(() -> organizations.add(a.administrator(), OrganizationKind.BUREAU, taken)))
                .isEqualTo("ORGANIZATION_NAME_TAKEN");
        assertThat(code(() -> organizations.add(a.administrator(), OrganizationKind.BUREAU, " ")))
                .isEqualTo("NAME_INVALID");
        assertThat(code(() -> organizations.get(a.tenant(), issuers.b().partner())))
                .isEqualTo("NOT_FOUND");
        assertThat(code(() -> tenants.get(TenantId.next(Clock.systemUTC()))))
                .isEqualTo("NOT_FOUND");
        assertThat(code(() -> tenants.found("Bank", "No Skin"))).isEqualTo("SKIN_INVALID");
        assertThat(tenants.all()).extracting(Issuer::id).contains(a.tenant(), issuers.b().tenant());
    }

    @Test
    void refusesProgramsToWhoTakesNoPart() {
        IssuerWorld a = issuers.a();
        assertThat(code(() -> programs.get(a.otherMarketer(), a.program()))).isEqualTo("NOT_FOUND");
        assertThat(code(() -> programs.get(a.bureau(), a.program()))).isEqualTo("NOT_FOUND");
        assertThat(code(() -> programs.get(issuers.b().designer(), a.program())))
                .isEqualTo("NOT_FOUND");
        assertThat(
                        code(
                                () ->
                                        programs.side(
                                                a.otherMarketer(),
                                                programs.get(a.tenant(), a.program()))))
                .isEqualTo("NOT_FOUND");
        assertThat(code(() -> programs.create(a.designer(), "P", a.partner(), ProductKind.BRAND)))
                .isEqualTo("PERMISSION_MISSING");
        assertThat(
                        code(
                                () ->
                                        programs.create(
                                                a.administrator(),
                                                "P",
                                                a.bureauOrganization(),
                                                ProductKind.BRAND)))
                .isEqualTo("PROGRAM_PARTNER");
        assertThat(
                        code(
                                () ->
                                        programs.create(
                                                a.administrator(),
                                                "P",
                                                issuers.b().partner(),
                                                ProductKind.BRAND)))
                .isEqualTo("NOT_FOUND");
        assertThat(
                        code(
                                () ->
                                        programs.create(
                                                a.administrator(),
                                                "Miles",
                                                a.partner(),
                                                ProductKind.BRAND)))
                .isEqualTo("PROGRAM_NAME_TAKEN");
    }
}
