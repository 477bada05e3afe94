package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** The door through which cardholder files come in. */
@Component
public class Intake {

    /**
     * Opens, checks and stores a cardholder file.
     *
     * @param program within which an account number with its sequence number may be in production
     *     once
     */
    public IntakeReport receive(
            Actor actor, ProgramId program, CardOrderId order, InputStream cms) {
        throw new IllegalStateException("not built yet");
    }
}
