package io.cardloom.tenancy.permission;

/** What a person may be allowed to do, in the words of the work. */
public enum Permission {
    VIEW_DESIGN("see designs and proofs"),
    EDIT_DESIGN("edit designs"),
    FREEZE_DESIGN("freeze a design for approval"),
    DECIDE_APPROVAL("approve or refuse a proof"),
    PLACE_ORDER("place card orders"),
    VIEW_PRODUCTION("see orders and runs"),
    SCHEDULE_RUN("schedule production runs"),
    RELEASE_RUN("release and hold production runs"),
    OPERATE_DEVICE("operate devices and resolve cards in doubt"),
    RECEIVE_RUN("see runs sent to one's bureau"),
    KEEP_KEYS("take part in key ceremonies"),
    READ_AUDIT("read and export the audit trail"),
    ADMINISTER("administer the issuer's people, programs and card bodies");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** A verb phrase that completes "is allowed to ...". */
    public String words() {
        return words;
    }
}
