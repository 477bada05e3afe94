package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyDrivers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Data keys and keys of lists that wait, over a driver. */
public final class DriverDataKeys {

    private final TenantKeys tenantKeys;
    private final KeyDriver driver;

    public DriverDataKeys(KeyDriver driver, Path folder) {
        this.driver = driver;
        this.tenantKeys = new TenantKeys(new KeyFolder(folder), driver);
    }

    /** No custodian made a data encryption key. */
    public DataKeys dataKeys() {
        return new DataKeys(
                tenantKeys,
                new DataKeyWrapping(
                        tenantKeys,
                        (tenant, usage) -> Optional.empty(),
                        new KeyDrivers(List.of(driver), driver.name(), false)),
                new ShredKeys(tenantKeys));
    }

    public DropKeys dropKeys() {
        return new DropKeys(tenantKeys, new ShredKeys(tenantKeys));
    }
}
