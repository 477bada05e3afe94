package io.cardloom.tenancy.isolation;

import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class TenancyIsolationTest extends TenantIsolationContract {}
