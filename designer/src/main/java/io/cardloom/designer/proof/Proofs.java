package io.cardloom.designer.proof;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of the proofs. */
@Component
public class Proofs {

    Proofs() {}

    /** Issues the proof of a frozen revision, once; later calls give the same proof. */
    public Proof issue(Actor actor, Digest digest) {
        throw new IllegalStateException("not built yet");
    }

    public byte[] pdf(Actor actor, ProofId proof) {
        throw new IllegalStateException("not built yet");
    }

    public byte[] png(Actor actor, ProofId proof, Face face) {
        throw new IllegalStateException("not built yet");
    }

    /** The proof of this digest; empty when none was issued. */
    public Optional<Proof> find(TenantId tenant, Digest digest) {
        throw new IllegalStateException("not built yet");
    }
}
