package io.cardloom.tenancy.isolation;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class TenancyIsolationTest extends TenantIsolationContract {

    @Override
    protected Map<String, Supplier<Object>> values() {
        return Map.of();
    }
}
