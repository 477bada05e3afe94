package io.cardloom.designer.preflight;

import io.cardloom.designer.design.EditCommand;

/**
 * What mends a finding at one click: an edit like any other, by whoever clicks, under her rights,
 * to be taken back by an undo.
 *
 * @param label what it does, as a button says it
 */
public record Fix(String label, EditCommand command) {}
