package io.cardloom.production.key.hsm;

import java.util.Optional;

/**
 * Where keys live, behind the ports.
 *
 * @param name by which the setting {@code cardloom.keys.driver} chooses it
 * @param hardware whether production takes it
 * @param pins single blocks, of which PINs are made in this process
 * @param heldPins PINs that are made inside, where the device can
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
        PinEncryption pins,
        Optional<HeldPins> heldPins) {}
