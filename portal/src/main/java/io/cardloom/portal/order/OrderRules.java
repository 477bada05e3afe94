package io.cardloom.portal.order;

import io.cardloom.designer.design.DesignSummary;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form of an order needs before it may be asked and before it is sent. */
final class OrderRules {

    private OrderRules() {}

    /**
     * @throws Refusal {@code ORDER_NEEDS_APPROVED_DESIGN} when there is none to choose from
     */
    static void requireApproved(List<DesignSummary> approved) {
        if (approved.isEmpty()) {
            throw Refusal.conflict(
                    "ORDER_NEEDS_APPROVED_DESIGN",
                    "No design is approved yet. An order needs a digest that both sides have"
                            + " approved.");
        }
    }

    /**
     * The file, when nothing is left empty.
     *
     * @throws Refusal {@code ORDER_FILE_MISSING}, {@code ORDER_NAME_MISSING}
     */
    static Path whole(@Nullable Path file, String name) {
        if (file == null) {
            throw Refusal.invalid("ORDER_FILE_MISSING", "Hand in the encrypted cardholder file.");
        }
        if (name.isEmpty()) {
            throw Refusal.invalid(
                    "ORDER_NAME_MISSING", "Give the order a name of up to 120 letters.");
        }
        return file;
    }
}
