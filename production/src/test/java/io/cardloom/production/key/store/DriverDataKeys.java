package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;

/** Data keys and keys of lists that wait, over a driver. */
public final class DriverDataKeys {

    private final TenantKeys tenantKeys;
    private final KeyDriver driver;
    private final BroughtKeys active;

    public DriverDataKeys(TenantId tenant, KeyDriver driver, Path folder) {
        this.driver = driver;
        this.active = new BroughtKeys(tenant, driver);
        this.tenantKeys = new TenantKeys(new KeyFolder(folder), driver);
    }

    /** From now on this version of the data encryption key wraps new data keys. */
    public void activate(KeyVersionId version, KeyCheckValue checkValue) {
        active.activate(KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256, version, checkValue);
    }

    public DataKeys dataKeys() {
        return new DataKeys(
                tenantKeys,
                new DataKeyWrapping(
                        tenantKeys, active, new KeyDrivers(List.of(driver), driver.name(), false)),
                new ShredKeys(tenantKeys));
    }

    public DropKeys dropKeys() {
        return new DropKeys(tenantKeys, new ShredKeys(tenantKeys));
    }
}
