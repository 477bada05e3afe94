package io.cardloom.production.order;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door to orders. */
@Component
public class CardOrders {

    /** Takes an order for an approved digest with its sealed cardholder file. */
    public PlacedOrder place(Actor actor, Digest digest, String name, InputStream cms) {
        throw new IllegalStateException("not built yet");
    }

    /** Newest first. */
    public List<CardOrder> list(Actor actor, int offset, int limit) {
        throw new IllegalStateException("not built yet");
    }

    public long count(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    public CardOrder get(Actor actor, CardOrderId id) {
        throw new IllegalStateException("not built yet");
    }

    /** For Cardloom's own work. */
    public CardOrder get(TenantId tenant, CardOrderId id) {
        throw new IllegalStateException("not built yet");
    }

    /** What was found in the order's file: rows and columns, never values. */
    public IntakeReport report(Actor actor, CardOrderId id) {
        throw new IllegalStateException("not built yet");
    }
}
