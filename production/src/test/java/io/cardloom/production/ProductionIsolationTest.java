package io.cardloom.production;

import io.cardloom.tenancy.isolation.TenantIsolationContract;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ProductionIsolationTest extends TenantIsolationContract {}
