package io.cardloom.designer.preflight;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of preflight. */
@Component
public class Preflight {

    Preflight() {}

    /** Judges a frozen revision once; later calls give the same report. */
    public PreflightReport judge(Actor actor, Digest digest) {
        throw new IllegalStateException("not built yet");
    }

    /** Judges a design as it stands; nothing is stored. */
    public PreflightReport inspect(Actor actor, DesignId design) {
        throw new IllegalStateException("not built yet");
    }

    /** The stored report; empty when the digest was not judged. */
    public Optional<PreflightReport> find(TenantId tenant, Digest digest) {
        throw new IllegalStateException("not built yet");
    }
}
