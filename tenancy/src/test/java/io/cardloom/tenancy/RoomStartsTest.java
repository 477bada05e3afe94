package io.cardloom.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class RoomStartsTest {

    @Autowired TenantWork work;

    @Test
    void doesWorkForATenantInATransaction() {
        assertThat(work.<String>call(TenantId.next(Clock.systemUTC()), () -> "done"))
                .isEqualTo("done");
    }
}
