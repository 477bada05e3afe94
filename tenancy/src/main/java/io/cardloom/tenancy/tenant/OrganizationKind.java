package io.cardloom.tenancy.tenant;

/** What an organization is in an issuer's world. */
public enum OrganizationKind {
    /** The card issuer itself; exactly one in each tenant. */
    ISSUER,
    /** A co-brand partner, whose brand is on the card. */
    PARTNER,
    /** A personalization bureau, which makes the cards. */
    BUREAU
}
