package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.Identifier;
import java.time.Clock;

/** Names a template for as long as it lives, whatever its versions. */
public record TemplateId(String value) {

    public TemplateId {
        Identifier.checked("tpl", value);
    }

    public static TemplateId next(Clock clock) {
        return new TemplateId(Identifier.next("tpl", clock));
    }

    @Override
    public String toString() {
        return value;
    }
}
