package io.cardloom.production.document.mrz;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.regex.Pattern;

/** Fields of the zone that are text, and what each takes whatever the format is. */
public enum MrzPart {
    DOCUMENT_CODE("the document code", "P[A-Z]?|[ACI][A-UW-Z]?"),
    ISSUING_STATE("the issuing State", "[A-Z]{1,3}"),
    DOCUMENT_NUMBER("the document number", "[A-Z0-9]{1,22}"),
    NATIONALITY("the nationality", "[A-Z]{1,3}"),
    OPTIONAL("the optional data", "[A-Z0-9<]{0,15}"),
    SECOND_OPTIONAL("the second optional data", "[A-Z0-9<]{0,11}");

    private final String words;
    private final Pattern form;

    MrzPart(String words, String form) {
        this.words = words;
        this.form = Pattern.compile(form);
    }

    /**
     * @throws Refusal {@code MRZ_FIELD} when the text is not of the field's form
     */
    public void require(String text) {
        if (!form.matcher(text).matches()) {
            throw refusal(words);
        }
    }

    static Refusal refusal(String what) {
        return Refusal.invalid(
                "MRZ_FIELD",
                "The machine readable zone does not take " + what + " as it is given.");
    }
}
