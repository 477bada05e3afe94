package io.cardloom.production.key.hsm;

/**
 * Where keys live, behind the ports.
 *
 * @param name by which the setting {@code cardloom.keys.driver} chooses it
 * @param hardware whether production takes it
 */
public record KeyDriver(
        String name,
        boolean hardware,
        KeyStorage storage,
        KeyTransport transport,
        VerificationValues verification,
        KeyDerivation derivation,
        DataProtection protection,
        IssuerSignature signature,
        DocumentSignature documents,
        ChipTransport chipTransport,
        PinEncryption pins) {}
