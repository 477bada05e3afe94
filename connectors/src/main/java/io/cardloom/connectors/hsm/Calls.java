package io.cardloom.connectors.hsm;

/** Tells the ports what the token's library answered. */
final class Calls {

    /** A call of the token. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws CryptokiFailure;
    }

    private Calls() {}

    static <T> T told(Call<T> call) {
        try {
            return call.make();
        } catch (CryptokiFailure e) {
            throw e.told();
        }
    }
}
