package io.cardloom.production.document;

import io.cardloom.production.document.access.CardAccessNumber;
import io.cardloom.production.document.lds.FacePicture;
import io.cardloom.production.document.lds.HolderDetails;
import io.cardloom.production.document.lds.IssueDetails;
import io.cardloom.production.document.mrz.MrzFields;
import org.jspecify.annotations.Nullable;

/**
 * What the issuing authority says about one document, checked.
 *
 * @param fields of the machine readable zone
 * @param face of the holder
 * @param holder what data group 11 says; null when the document has none
 * @param issue what data group 12 says; null when the document has none
 * @param accessNumber printed on the document's face; null when it has none
 */
public record DocumentRecord(
        MrzFields fields,
        FacePicture face,
        @Nullable HolderDetails holder,
        @Nullable IssueDetails issue,
        @Nullable CardAccessNumber accessNumber) {

    @Override
    public String toString() {
        return "DocumentRecord[REDACTED]";
    }
}
