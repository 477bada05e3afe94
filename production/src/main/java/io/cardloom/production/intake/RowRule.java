package io.cardloom.production.intake;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.document.DocumentRecord;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;

/** What an order asks of its records beyond what a list has to hold; for one thread. */
@FunctionalInterface
public interface RowRule {

    /** Nothing beyond. */
    RowRule NONE = record -> List.of();

    /** What is wrong with a record; empty when it may be taken. */
    List<Fault> faults(AccountRecord record);

    /** The same of an identity document. */
    default List<Fault> faults(DocumentRecord record, MrzFormat format) {
        return List.of();
    }

    /**
     * Why a record cannot be taken.
     *
     * @param column by its word in reports
     * @param reason its sentence goes into the report; it never repeats a value
     */
    record Fault(String column, Refusal reason) {}
}
