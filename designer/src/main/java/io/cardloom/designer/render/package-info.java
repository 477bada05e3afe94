/**
 * Draws documents: shapes text once, and turns a plan of outlines and pictures into PNG and PDF.
 */
@NamedInterface("render")
@NullMarked
package io.cardloom.designer.render;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
