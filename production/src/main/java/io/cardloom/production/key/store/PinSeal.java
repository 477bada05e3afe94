package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.DataProtection;
import io.cardloom.production.key.hsm.KeyName;
import javax.crypto.SecretKey;

/** Seals PINs at rest. */
interface PinSeal {

    byte[] seal(byte[] pin, String place);

    /**
     * @throws io.cardloom.production.key.hsm.BrokenSeal when it was sealed elsewhere
     */
    byte[] open(byte[] sealed, String place);

    /** With a key in software. */
    static PinSeal own(SecretKey key) {
        return new PinSeal() {
            @Override
            public byte[] seal(byte[] pin, String place) {
                return Wrapping.seal(key, pin, place);
            }

            @Override
            public byte[] open(byte[] sealed, String place) {
                return Wrapping.open(key, sealed, place);
            }
        };
    }

    /** With a key in a device. */
    static PinSeal inside(DataProtection device, KeyName name) {
        return new PinSeal() {
            @Override
            public byte[] seal(byte[] pin, String place) {
                return device.seal(name, pin, place);
            }

            @Override
            public byte[] open(byte[] sealed, String place) {
                return device.open(name, sealed, place);
            }
        };
    }
}
