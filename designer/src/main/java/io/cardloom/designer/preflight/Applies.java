package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import java.util.Set;

/**
 * Which card bodies a rule is for.
 *
 * @param methods that print it; empty for all
 * @param finishes of its surface; empty for all
 */
record Applies(Set<PrintMethod> methods, Set<Finish> finishes) {

    boolean to(CardBody body) {
        return (methods.isEmpty() || methods.contains(body.printMethod()))
                && (finishes.isEmpty() || finishes.contains(body.finish()));
    }
}
