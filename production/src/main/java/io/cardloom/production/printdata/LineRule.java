package io.cardloom.production.printdata;

import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.render.CardLines;
import io.cardloom.designer.render.Renderer;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.document.DocumentRecord;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.production.intake.RowRule;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Asks of each record that the lines of its design can be made of it. */
@Component
public class LineRule {

    private final Renderer renderer;

    LineRule(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * The rule of one revision: its lines that are embossed, indented, engraved or printed by a
     * head of their own hold what the record says. What is printed with the picture is judged when
     * the run is prepared. For one thread.
     */
    public RowRule of(TenantId tenant, DesignRevision revision) {
        CardLines lines = renderer.lines(tenant, revision);
        return lines.isFlat() ? RowRule.NONE : new Held(lines);
    }

    /** What lines hold, of cards and of documents. */
    private record Held(CardLines lines) implements RowRule {

        @Override
        public List<Fault> faults(AccountRecord record) {
            return faults(PrintedCard.measured(record));
        }

        @Override
        public List<Fault> faults(DocumentRecord record, MrzFormat format) {
            return faults(PrintedDocument.card(record, record.fields().zone(format)));
        }

        private List<Fault> faults(CardValues values) {
            return lines.faults(values).stream()
                    .map(f -> new Fault(column(f), f.reason()))
                    .toList();
        }
    }

    private static String column(CardLines.Fault fault) {
        return fault.field() == FieldKey.CUSTOM
                ? CardValues.named(fault.label())
                : fault.field().name().toLowerCase(Locale.ROOT);
    }
}
