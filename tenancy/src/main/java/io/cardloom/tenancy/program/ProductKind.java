package io.cardloom.tenancy.program;

/** What a program's cards carry as their picture. */
public enum ProductKind {
    /** The cardholder's own photograph. */
    PHOTO,
    /** The cardholder's own drawing. */
    SKETCH,
    /** The partner's brand. */
    BRAND
}
