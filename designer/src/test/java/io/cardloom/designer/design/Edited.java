package io.cardloom.designer.design;

/** What an edit makes of a document, for tests of the rooms that propose edits. */
public final class Edited {

    private Edited() {}

    public static DesignDocument by(DesignDocument document, EditCommand command) {
        EditCommand sent = DesignJson.readCommand(DesignJson.write(command));
        return EditPlan.of(document, sent, EditPlan.Side.ISSUER).document();
    }
}
