package io.cardloom.production.run;

/** What can be done to a run, as its transition table knows it. */
enum RunVerb {
    RELEASE("released"),
    PREPARE("prepared"),
    SEAL("sealed"),
    SEND("sent"),
    DELIVER("delivered"),
    ACKNOWLEDGE("acknowledged"),
    PERSONALIZE("personalized"),
    FINISH("finished"),
    HOLD("put on hold"),
    RESUME("resumed"),
    CANCEL("cancelled"),
    STOP("stopped early"),
    REMAKE("given a remake"),
    RECONCILE("reconciled");

    private final String participle;

    RunVerb(String participle) {
        this.participle = participle;
    }

    /** Completes "a run that is planned cannot be ...". */
    String participle() {
        return participle;
    }
}
