package io.cardloom.designer.cardbody;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door of the card bodies. */
@Component
public class CardBodies {

    /** Keeps the wish as the newest version of its card body. */
    public CardBody configure(Actor actor, CardBody wish) {
        throw new IllegalStateException("not built yet");
    }

    /** The newest version of each card body of the tenant, by name. */
    public List<CardBody> list(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /** The newest version. */
    public CardBody get(TenantId tenant, CardBodyId id) {
        throw new IllegalStateException("not built yet");
    }

    /** One version, as a frozen revision names it. */
    public CardBody get(TenantId tenant, CardBodyId id, int version) {
        throw new IllegalStateException("not built yet");
    }

    /** Counts the blank cards on hand anew; makes no new version. */
    public CardBody restock(Actor actor, CardBodyId id, long stock) {
        throw new IllegalStateException("not built yet");
    }

    /** Six card bodies of the trade to start from. */
    public List<CardBody> presets() {
        throw new IllegalStateException("not built yet");
    }

    /** The canonical JSON (RFC 8785) of a version; stock is left out, because it is no drawing. */
    public static String toJson(CardBody body) {
        throw new IllegalStateException("not built yet");
    }

    /** Reads {@link #toJson}; the stock of what comes back is 0. */
    public static CardBody fromJson(String json) {
        throw new IllegalStateException("not built yet");
    }
}
