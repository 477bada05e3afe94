package io.cardloom.designer.design;

/**
 * An empty place that a picture is to be put in; it prints nothing.
 *
 * @param label what belongs there, 0 to 60 characters
 */
public record SlotContent(String label) implements Content {

    public SlotContent {
        Checks.text("label", label, 60);
    }
}
