package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Optional;

/** Issuers' RSA keys in files, wrapped by the master key; for demo and tests. */
final class SoftwareSignature implements IssuerSignature {

    private final KeyFolder folder;
    private final MasterKey master;

    SoftwareSignature(KeyFolder folder, MasterKey master) {
        this.folder = folder;
        this.master = master;
    }

    @Override
    public Optional<Signer> find(KeyName name) {
        return folder.read(SoftwareKeys.file(name)).map(wrapped -> opened(name, wrapped));
    }

    @Override
    public Signer generate(KeyName name, int bits) {
        byte[] pkcs8 = ChipRsa.generate(bits);
        try {
            return kept(name, pkcs8);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    @Override
    public Signer load(KeyName name, RSAPrivateCrtKey key) {
        byte[] pkcs8 = key.getEncoded();
        try {
            return kept(name, pkcs8);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private Signer kept(KeyName name, byte[] pkcs8) {
        byte[] sealed = Wrapping.seal(master.key(), pkcs8, place(name));
        if (!Arrays.equals(folder.create(SoftwareKeys.file(name), sealed), sealed)) {
            throw new KeyDeviceFailure("there is a key of this name already");
        }
        return new ChipRsa(pkcs8);
    }

    private Signer opened(KeyName name, byte[] sealed) {
        byte[] pkcs8 = Wrapping.open(master.key(), sealed, place(name));
        try {
            return new ChipRsa(pkcs8);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static String place(KeyName name) {
        return "cardloom/issuer-rsa/" + name.label();
    }
}
