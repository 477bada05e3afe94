package io.cardloom.designer.field;

/**
 * What is filled in for each card. The designer knows the key, a label and a sample; the value is
 * account data and stays in production.
 */
public enum FieldKey {
    /** The first name line (ISO/IEC 7811-1, name area). */
    CARDHOLDER_NAME,
    /** The second name line: a company, a member number. */
    SECOND_LINE,
    /** The primary account number in its printed grouping. */
    PAN,
    /** The expiry date as it is printed, month before year. */
    EXPIRY,
    /** The three digits of the signature panel (CVV2, CVC 2), made anew for each card and run. */
    SECURITY_CODE,
    /** A field the issuer names itself, by its label. */
    CUSTOM
}
