package io.cardloom.designer.cardbody;

/** How the surface looks in the light. */
public enum Finish {
    MATTE,
    GLOSS,
    SATIN,
    METALLIC,
    FROSTED
}
