package io.cardloom.connectors.simulator;

import io.cardloom.tenancy.permission.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** A bureau inside the application: an SFTP server on loopback, and a worker behind it. */
@Component
@ConditionalOnExpression("${cardloom.bureau.embedded:${cardloom.demo:false}}")
public class EmbeddedBureau {

    /** What a destination with the driver {@code sftp} needs to reach this bureau. */
    public Map<String, String> destinationSettings() {
        throw new IllegalStateException("not built yet");
    }

    /** The certificate to which packages for this bureau are encrypted, in PEM. */
    public byte[] recipientCertificate() {
        throw new IllegalStateException("not built yet");
    }

    /** The certificate with which this bureau signs its acknowledgements, in PEM. */
    public byte[] signingCertificate() {
        throw new IllegalStateException("not built yet");
    }

    /** What the bureau has received in the actor's tenant's name, newest first. */
    public List<ReceivedPackage> received(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /** How the bureau treats packages from now on. */
    public void behave(BureauBehavior behavior) {
        throw new IllegalStateException("not built yet");
    }
}
