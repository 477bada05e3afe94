package io.cardloom.production.intake.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a value comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ListSource.FromColumn.class, name = "column"),
    @JsonSubTypes.Type(value = ListSource.Constant.class, name = "constant")
})
public sealed interface ListSource {

    /** A column of the list, by its name; upper and lower case are the same. */
    record FromColumn(String name) implements ListSource {}

    /** The same for every card. */
    record Constant(String text) implements ListSource {}
}
