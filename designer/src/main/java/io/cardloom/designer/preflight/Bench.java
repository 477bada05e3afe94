package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;

/**
 * A document laid out for judging.
 *
 * @param smallestText em of the smallest legible text, micrometers
 */
record Bench(
        DesignDocument document,
        CardBody body,
        Planner planner,
        Pictures pictures,
        int smallestText) {

    FaceBench face(Face face) {
        return new FaceBench(this, face);
    }
}
