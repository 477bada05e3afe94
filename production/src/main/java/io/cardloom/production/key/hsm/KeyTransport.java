package io.cardloom.production.key.hsm;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.material.KeyKind;

/** Key blocks in and out (ANSI X9.143). */
public interface KeyTransport {

    /** A key that protects blocks, for reading one; it stays inside. */
    ProtectionKey protection(KeyName name, KeyKind kind);

    /**
     * A block of a key that is inside.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_NOT_EXTRACTABLE} when the device keeps
     *     its keys for good
     */
    String export(
            KeyBlockHeader header,
            KeyName key,
            KeyKind kind,
            KeyName protection,
            KeyKind protectionKind);
}
