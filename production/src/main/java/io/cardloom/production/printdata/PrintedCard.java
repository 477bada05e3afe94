package io.cardloom.production.printdata;

import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.verification.CardVerification;
import io.cardloom.production.verification.VerificationValue;
import java.util.EnumMap;
import java.util.Map;

/** What is printed of one account record. */
public final class PrintedCard {

    private PrintedCard() {}

    /** The values of the design's fields; a field without one stays empty on this card. */
    public static Map<FieldKey, String> values(AccountRecord record) {
        Map<FieldKey, String> values = new EnumMap<>(FieldKey.class);
        values.put(FieldKey.CARDHOLDER_NAME, record.name().printed());
        values.put(FieldKey.PAN, panLine(record.pan()));
        values.put(FieldKey.EXPIRY, record.expiry().printed());
        if (!record.secondLine().isEmpty()) {
            values.put(FieldKey.SECOND_LINE, record.secondLine());
        }
        return values;
    }

    /** The same with the fields that the issuer names itself. */
    public static CardValues card(AccountRecord record) {
        return new CardValues(values(record), record.custom());
    }

    /**
     * The same with the security code, which no record holds: it is made and dropped with the card.
     */
    public static CardValues card(AccountRecord record, CardVerification verification) {
        Map<FieldKey, String> values = values(record);
        values.put(
                FieldKey.SECURITY_CODE,
                verification.value(VerificationValue.SIGNATURE_PANEL, record));
        return new CardValues(values, record.custom());
    }

    /** The same with digits in the place of the security code, to see whether lines hold it. */
    public static CardValues measured(AccountRecord record) {
        return card(record, (which, card) -> "000");
    }

    /**
     * The account number in groups as cards show it: fours from the left; 15 digits as four, six
     * and five.
     */
    public static String panLine(Pan pan) {
        String digits = pan.digits();
        if (digits.length() == 15) {
            return digits.substring(0, 4)
                    + ' '
                    + digits.substring(4, 10)
                    + ' '
                    + digits.substring(10);
        }
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
