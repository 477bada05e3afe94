package io.cardloom.tenancy.permission;

import static io.cardloom.tenancy.permission.Permission.ADMINISTER;
import static io.cardloom.tenancy.permission.Permission.DECIDE_APPROVAL;
import static io.cardloom.tenancy.permission.Permission.EDIT_DESIGN;
import static io.cardloom.tenancy.permission.Permission.FREEZE_DESIGN;
import static io.cardloom.tenancy.permission.Permission.KEEP_KEYS;
import static io.cardloom.tenancy.permission.Permission.OPERATE_DEVICE;
import static io.cardloom.tenancy.permission.Permission.PLACE_ORDER;
import static io.cardloom.tenancy.permission.Permission.READ_AUDIT;
import static io.cardloom.tenancy.permission.Permission.RECEIVE_RUN;
import static io.cardloom.tenancy.permission.Permission.RELEASE_RUN;
import static io.cardloom.tenancy.permission.Permission.SCHEDULE_RUN;
import static io.cardloom.tenancy.permission.Permission.VIEW_DESIGN;
import static io.cardloom.tenancy.permission.Permission.VIEW_PRODUCTION;

import java.util.Set;

/** A role is what a person does here; duties that must not meet in one hand are separate roles. */
public enum Role {
    ISSUER_DESIGNER("Issuer designer", VIEW_DESIGN, EDIT_DESIGN, FREEZE_DESIGN),
    PARTNER_MARKETER("Partner marketer", VIEW_DESIGN, EDIT_DESIGN, DECIDE_APPROVAL),
    APPROVER("Approver", VIEW_DESIGN, DECIDE_APPROVAL, PLACE_ORDER, VIEW_PRODUCTION, SCHEDULE_RUN),
    PRODUCTION_OPERATOR(
            "Production operator", VIEW_DESIGN, VIEW_PRODUCTION, RELEASE_RUN, OPERATE_DEVICE),
    KEY_CUSTODIAN("Key custodian", KEEP_KEYS),
    AUDITOR("Auditor", VIEW_DESIGN, VIEW_PRODUCTION, READ_AUDIT),
    ADMINISTRATOR("Administrator", VIEW_DESIGN, VIEW_PRODUCTION, ADMINISTER),
    BUREAU_OPERATOR("Bureau operator", RECEIVE_RUN);

    private final String title;
    private final Set<Permission> permissions;

    Role(String title, Permission... permissions) {
        this.title = title;
        this.permissions = Set.of(permissions);
    }

    public String title() {
        return title;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
