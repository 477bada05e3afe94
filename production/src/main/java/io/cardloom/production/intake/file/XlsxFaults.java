package io.cardloom.production.intake.file;

/** What a workbook is refused for as a whole. */
final class XlsxFaults {

    private XlsxFaults() {}

    static ReadFault broken() {
        return new ReadFault(
                1,
                "XLSX_BROKEN",
                "This is not a workbook in the form XLSX, or it is damaged. Save it anew as"
                        + " \"Excel workbook (.xlsx)\", without a password.");
    }

    static ReadFault tooLarge() {
        return new ReadFault(
                1,
                "XLSX_TOO_LARGE",
                "The workbook unpacks to more than it may. Send the list as CSV, or in several"
                        + " files.");
    }

    static ReadFault active() {
        return new ReadFault(
                1,
                "XLSX_ACTIVE",
                "The workbook holds macros, or a document type of its own. Save it as a workbook"
                        + " without macros.");
    }

    static ReadFault noSheet() {
        return new ReadFault(
                1,
                "XLSX_SHEET",
                "The workbook has no visible sheet of the name that the list's form says.");
    }

    static ReadFault merged(int line) {
        return new ReadFault(
                line,
                "XLSX_MERGED",
                "The sheet has merged cells, of which all but one are empty. Undo the merging and"
                        + " fill each cell.");
    }
}
