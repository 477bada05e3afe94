package io.cardloom.production.traveldocument;

import io.cardloom.production.document.AuthenticationKind;
import io.cardloom.production.document.access.AccessCipher;
import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.lds.PaceProtocol;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** All that a document may be, in words; what is usual today stands first. */
public final class DocumentChoices {

    private DocumentChoices() {}

    /** Sizes of documents. */
    public static List<DocumentChoice> formats() {
        return of(
                MrzFormat.values(),
                format ->
                        switch (format) {
                            case TD1 -> "TD1: a card, three lines of 30";
                            case TD2 -> "TD2: a larger card, two lines of 36";
                            case TD3 -> "TD3: a passport's page, two lines of 44";
                        });
    }

    /** Editions of the logical data structure. */
    public static List<DocumentChoice> versions() {
        return of(
                LdsVersion.values(),
                version ->
                        switch (version) {
                            case V1_7 -> "1.7";
                            case V1_8 -> "1.8, the version signed";
                        });
    }

    /** Hashes of data groups. */
    public static List<DocumentChoice> hashes() {
        return of(GroupHash.values(), hash -> hash.name().replace('_', '-'));
    }

    /** How PACE maps its nonce; the first one means no PACE. */
    public static List<DocumentChoice> mappings() {
        return orNone(
                "No PACE",
                of(
                        PaceProtocol.Mapping.values(),
                        mapping ->
                                switch (mapping) {
                                    case GENERIC -> "Generic mapping";
                                    case INTEGRATED -> "Integrated mapping";
                                }));
    }

    /** What chip and reader talk by after PACE. */
    public static List<DocumentChoice> ciphers() {
        return of(
                AccessCipher.values(),
                cipher ->
                        cipher == AccessCipher.TDEA
                                ? "Triple DES, two keys"
                                : cipher.name().replace('_', '-'));
    }

    /** Curves of PACE. */
    public static List<DocumentChoice> curves() {
        return of(
                PaceProtocol.Curve.values(),
                curve ->
                        curve.name().startsWith("NIST_")
                                ? "NIST " + curve.name().substring(5).replace("P", "P-")
                                : "brainpool" + curve.name().substring(10).replace("R1", "r1"));
    }

    /** Keys by which a chip proves that it is no copy; the first one means none. */
    public static List<DocumentChoice> authentications() {
        return orNone(
                "None",
                of(
                        AuthenticationKind.values(),
                        kind ->
                                switch (kind) {
                                    case RSA_2048 -> "RSA, 2048 bits";
                                    case RSA_3072 -> "RSA, 3072 bits";
                                    case EC_P256 -> "NIST P-256";
                                    case EC_P384 -> "NIST P-384";
                                }));
    }

    /**
     * @throws Refusal {@code DOCUMENT_CHOICE} when it is none of them
     */
    static <E extends Enum<E>> E chosen(E[] all, String code) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "DOCUMENT_CHOICE",
                                        "Choose one of what is offered; of PACE all three of"
                                                + " mapping, cipher and curve."));
    }

    private static <E extends Enum<E>> List<DocumentChoice> of(E[] all, Function<E, String> words) {
        return Arrays.stream(all)
                .map(one -> new DocumentChoice(one.name(), words.apply(one)))
                .toList();
    }

    private static List<DocumentChoice> orNone(String words, List<DocumentChoice> others) {
        List<DocumentChoice> all = new java.util.ArrayList<>();
        all.add(new DocumentChoice("", words));
        all.addAll(others);
        return List.copyOf(all);
    }
}
