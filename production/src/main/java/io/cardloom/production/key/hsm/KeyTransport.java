package io.cardloom.production.key.hsm;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;

/** Key blocks in and out (ANSI X9.143); the key that protects them stays inside. */
public interface KeyTransport {

    /**
     * Takes the key of a block in; nothing is kept when it is refused.
     *
     * @return its check value as the device makes it
     * @throws io.cardloom.tenancy.refusal.Refusal when the block, or the key in it, is not what it
     *     should be
     * @throws KeyDeviceFailure when the device does not do it
     */
    KeyCheckValue take(KeyName name, IncomingKey incoming);

    /**
     * A block of a key that is inside.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_NOT_EXTRACTABLE} when the device keeps
     *     its keys for good
     * @throws KeyDeviceFailure when the device does not do it
     */
    String export(
            KeyBlockHeader header,
            KeyName key,
            KeyKind kind,
            KeyName protection,
            KeyKind protectionKind);
}
