package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** PINs of one tenant over a driver, with the keys that are in its device. */
public final class DriverPins {

    private final TenantId tenant;
    private final KeyDriver driver;
    private final Path folder;
    private final BroughtKeys active;

    public DriverPins(TenantId tenant, KeyDriver driver, Path folder) {
        this.tenant = tenant;
        this.driver = driver;
        this.folder = folder;
        this.active = new BroughtKeys(tenant, driver);
    }

    /** From now on this key is the active one of its use. */
    public void activate(KeyUsage usage, KeyKind kind, KeyName name, KeyCheckValue checkValue) {
        String id = name.label().substring(name.label().indexOf('/') + 1);
        active.activate(usage, kind, new KeyVersionId(id), checkValue);
    }

    public PinKeys.Session session() {
        return new PinKeys(new TenantKeys(new KeyFolder(folder), driver), active)
                .session(tenant, ProgramId.next(Clock.systemUTC()));
    }

    /** The verification value of a clear PIN, by what passes the public vectors. */
    public static String verificationValue(byte[] pair, String pan, String pin) {
        byte[] digits = pin.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < digits.length; i++) {
            digits[i] -= '0';
        }
        return new PinVerificationKey(new DesPair(pair)).value(pan, 1, digits);
    }
}
