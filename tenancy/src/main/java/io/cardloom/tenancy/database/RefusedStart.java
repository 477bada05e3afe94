package io.cardloom.tenancy.database;

import io.cardloom.tenancy.refusal.Refusal;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why Cardloom did not start in a sentence instead of a stack of causes. */
class RefusedStart extends AbstractFailureAnalyzer<Refusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Refusal cause) {
        return new FailureAnalysis(
                cause.code() + ": " + cause.sentence(), "Mend it and start again.", cause);
    }
}
