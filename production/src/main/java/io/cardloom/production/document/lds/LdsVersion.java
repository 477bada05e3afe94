package io.cardloom.production.document.lds;

/** Which edition of the logical data structure a document is of. */
public enum LdsVersion {
    /** The version is in EF.COM alone. */
    V1_7("0107"),
    /** The version is in the security object too, where it is signed. */
    V1_8("0108");

    /** Of Unicode: 4.0.0, which both editions name. */
    static final String UNICODE = "040000";

    private final String digits;

    LdsVersion(String digits) {
        this.digits = digits;
    }

    String digits() {
        return digits;
    }
}
