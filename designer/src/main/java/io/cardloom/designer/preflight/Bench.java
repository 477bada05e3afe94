package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.profile.PrintProfile;
import java.util.List;
import java.util.function.Predicate;

/**
 * A document laid out for judging.
 *
 * @param profile of the method that prints the body
 * @param families of fonts that a text may be set in instead, best first
 * @param withdrawn whether the issuer has withdrawn a family
 * @param patches looked at before
 * @param owner of the pictures and the fonts: no patch of another's is looked at
 */
record Bench(
        DesignDocument document,
        CardBody body,
        Planner planner,
        Pictures pictures,
        PrintProfile profile,
        List<String> families,
        Predicate<String> withdrawn,
        Patches patches,
        String owner) {

    FaceBench face(Face face) {
        return new FaceBench(this, face);
    }

    /** Em of the smallest legible text, micrometers. */
    int smallestText() {
        return profile.figure("smallest-text", body.finish());
    }
}
