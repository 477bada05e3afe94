package io.cardloom.portal.admin;

import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.portal.component.StateMark;

/** What zones and print methods are called. */
final class BodyWords {

    private BodyWords() {}

    static String of(ZoneKind kind) {
        return switch (kind) {
            case PAN_LINE -> "Number line";
            case NAME_LINE -> "Name lines";
            case CODE_LINE -> "Security code line";
            case SIGNATURE -> "Signature panel";
            case CHIP, STRIPE, HOLOGRAM, CONTACTLESS_MARK, NETWORK_MARK -> StateMark.words(kind);
        };
    }

    static String of(PrintMethod method) {
        return method == PrintMethod.UV_INKJET ? "UV inkjet" : StateMark.words(method);
    }
}
