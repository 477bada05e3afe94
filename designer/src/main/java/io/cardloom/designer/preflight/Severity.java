package io.cardloom.designer.preflight;

/** How much a finding weighs. */
public enum Severity {
    /** Must be mended: no approval round opens. */
    ERROR,
    /** Will be seen on the card; people decide. */
    WARNING,
    /** Good to know. */
    NOTE
}
