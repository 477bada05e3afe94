package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.PinBlockFormat;

/**
 * Makes and moves PINs in the form that the keys' driver has them in: digits in this process, or as
 * the device holds them. For one thread; who asks wipes what comes.
 */
interface PinMaking {

    byte[] drawn(Pan pan, int digits);

    byte[] natural(Pan pan, Ibm3624 rule, int digits);

    byte[] received(byte[] block, Pan pan, PinBlockFormat format);

    byte[] block(byte[] pin, Pan pan, PinBlockFormat format);

    /** For the card's own check, under what chips' keys travel under. */
    byte[] chipBlock(byte[] pin, PinBlockFormat format);

    /** Of the key that blocks of this format travel under. */
    KeyCheckValue transportCheckValue(PinBlockFormat format);
}
