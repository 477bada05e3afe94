package io.cardloom.production.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class PublishedCertificatesTest {

    @Autowired PublishedCertificates worker;
    @Autowired PublishedCertificateRepository rows;
    @Autowired OwnCertificateRepository renewed;
    @Autowired OwnKeys keys;
    @Autowired TenantWork work;
    @Autowired TwoIssuers issuers;

    @Test
    void showsWhereThereAreNoKeysWhatAWorkerMade() {
        PublishedCertificates web =
                new PublishedCertificates(
                        rows, renewed, keys, ProcessRole.WEB, work, Clock.systemUTC());
        TenantId tenant = issuers.a().tenant();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> web.get(tenant, OwnPurpose.INTAKE))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            r -> assertThat(r.code()).isEqualTo("CERTIFICATE_BEING_MADE"));
        }
        worker.round(tenant);
        assertThat(web.get(tenant, OwnPurpose.INTAKE))
                .isEqualTo(worker.get(tenant, OwnPurpose.INTAKE));
        assertThat(work.read(tenant, () -> rows.asked(tenant))).isEmpty();
    }
}
