package io.cardloom.production.traveldocument;

/**
 * What the documents of a program are; each text is the code of a {@link DocumentChoice}.
 *
 * @param format size of the document and of its machine readable zone
 * @param version of the logical data structure
 * @param hash by which data groups are hashed
 * @param basicAccess whether the chip knows basic access control
 * @param paceMapping how PACE maps its nonce; empty when the chip does not know PACE, then the next
 *     two count for nothing
 * @param paceCipher by which chip and reader talk
 * @param paceCurve on which PACE agrees
 * @param authentication the key by which the chip proves that it is no copy; empty for none
 * @param drawnNumbers whether a card access number that the list does not bring is drawn
 * @param transportKey the key under which chips' keys travel to the personalizer; empty for one
 *     that Cardloom makes and nobody has, which is for demo and tests
 */
public record DocumentSetting(
        String format,
        String version,
        String hash,
        boolean basicAccess,
        String paceMapping,
        String paceCipher,
        String paceCurve,
        String authentication,
        boolean drawnNumbers,
        String transportKey) {}
