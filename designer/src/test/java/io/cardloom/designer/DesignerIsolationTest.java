package io.cardloom.designer;

import io.cardloom.tenancy.isolation.TenantIsolationContract;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class DesignerIsolationTest extends TenantIsolationContract {}
