package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.KeyDeviceFailure;

/** A function of the token's library answered with something else than CKR_OK. */
final class CryptokiFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String function;
    private final long code;

    CryptokiFailure(String function, long code) {
        super("%s answered 0x%X".formatted(function, code));
        this.function = function;
        this.code = code;
    }

    long code() {
        return code;
    }

    /** What the ports say of it: the library's function and number, and no more. */
    KeyDeviceFailure told() {
        return new KeyDeviceFailure(
                "the token's %s answered 0x%X (PKCS#11 v2.40, 5.1.6)".formatted(function, code));
    }
}
