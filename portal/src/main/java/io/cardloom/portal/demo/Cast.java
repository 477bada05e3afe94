package io.cardloom.portal.demo;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.production.output.DestinationId;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;

/**
 * One issuer of the demo with its people.
 *
 * @param marketers one for each program, of its partner
 * @param programs in the order of the marketers
 */
record Cast(
        TenantId tenant,
        Actor administrator,
        Actor designer,
        Actor approver,
        Actor operator,
        Actor auditor,
        Actor custodian,
        List<Actor> marketers,
        List<ProgramId> programs,
        List<CardBodyId> bodies,
        OrganizationId bureau,
        DestinationId bureauDestination,
        DestinationId encoderDestination) {}
