package io.cardloom.connectors.hsm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.cardloom.connectors.hsm.Cryptoki.Function;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One session with the token, used by one thread at a time. Buffers are wiped after each call. */
final class Session {

    private static final int MOST = 16;

    private final Cryptoki library;
    private final long handle;

    Session(Cryptoki library, long handle) {
        this.library = library;
        this.handle = handle;
    }

    long handle() {
        return handle;
    }

    /** Handles of the secret keys with this label, 16 at most. */
    List<Long> find(String label) throws CryptokiFailure {
        return find(Ck.CKO_SECRET_KEY, label);
    }

    /** Handles of the keys of this class with this label, 16 at most. */
    List<Long> find(long keys, String label) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            Attributes template =
                    new Attributes().with(Ck.CKA_CLASS, keys).with(Ck.CKA_LABEL, label);
            library.call(Function.C_FindObjectsInit, handle, template.in(arena), template.count());
            try {
                MemorySegment found = arena.allocate(8L * MOST, 8);
                MemorySegment count = arena.allocate(JAVA_LONG);
                library.call(Function.C_FindObjects, handle, found, (long) MOST, count);
                List<Long> handles = new ArrayList<>();
                for (long i = 0; i < count.get(JAVA_LONG, 0); i++) {
                    handles.add(found.getAtIndex(JAVA_LONG, i));
                }
                return handles;
            } finally {
                library.call(Function.C_FindObjectsFinal, handle);
            }
        }
    }

    long create(Attributes template) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = template.in(arena);
            MemorySegment made = arena.allocate(JAVA_LONG);
            try {
                library.call(Function.C_CreateObject, handle, memory, template.count(), made);
            } finally {
                template.wipe(memory);
            }
            return made.get(JAVA_LONG, 0);
        }
    }

    long generate(long mechanism, Attributes template) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment made = arena.allocate(JAVA_LONG);
            library.call(
                    Function.C_GenerateKey,
                    handle,
                    mechanism(arena, mechanism, MemorySegment.NULL, 0),
                    template.in(arena),
                    template.count(),
                    made);
            return made.get(JAVA_LONG, 0);
        }
    }

    /** The private half of a pair that is made inside. */
    long generatePair(long mechanism, Attributes publicHalf, Attributes privateHalf)
            throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment made = arena.allocate(16, 8);
            library.call(
                    Function.C_GenerateKeyPair,
                    handle,
                    mechanism(arena, mechanism, MemorySegment.NULL, 0),
                    publicHalf.in(arena),
                    publicHalf.count(),
                    privateHalf.in(arena),
                    privateHalf.count(),
                    made,
                    made.asSlice(8));
            return made.get(JAVA_LONG, 8);
        }
    }

    void destroy(long key) throws CryptokiFailure {
        library.call(Function.C_DestroyObject, handle, key);
    }

    /** An attribute's bytes; fails with CKR_ATTRIBUTE_SENSITIVE where the token keeps it. */
    byte[] attribute(long key, long type, int most) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment template = arena.allocate(24, 8);
            MemorySegment value = arena.allocate(most, 8);
            template.set(JAVA_LONG, 0, type);
            template.set(ADDRESS, 8, value);
            template.set(JAVA_LONG, 16, most);
            library.call(Function.C_GetAttributeValue, handle, key, template, 1L);
            return value.asSlice(0, template.get(JAVA_LONG, 16)).toArray(JAVA_BYTE);
        }
    }

    /**
     * Derives a key of the data that the master key encrypts, and takes its value out: it is the
     * card's and leaves under a transport key; nothing of it stays on the token. It is no private
     * object, which a token would encrypt for itself for the moment that it lives.
     */
    byte[] derive(long master, long mechanism, byte[] data) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = arena.allocate(16, 8);
            parameters.set(ADDRESS, 0, copied(arena, data));
            parameters.set(JAVA_LONG, 8, data.length);
            Attributes template =
                    new Attributes()
                            .with(Ck.CKA_CLASS, Ck.CKO_SECRET_KEY)
                            .with(Ck.CKA_KEY_TYPE, Ck.CKK_GENERIC_SECRET)
                            .with(Ck.CKA_VALUE_LEN, (long) data.length)
                            .with(Ck.CKA_TOKEN, false)
                            .with(Ck.CKA_PRIVATE, false)
                            .with(Ck.CKA_SENSITIVE, false)
                            .with(Ck.CKA_EXTRACTABLE, true);
            MemorySegment made = arena.allocate(JAVA_LONG);
            library.call(
                    Function.C_DeriveKey,
                    handle,
                    mechanism(arena, mechanism, parameters, 16),
                    master,
                    template.in(arena),
                    template.count(),
                    made);
            long key = made.get(JAVA_LONG, 0);
            try {
                return attribute(key, Ck.CKA_VALUE, data.length);
            } finally {
                destroy(key);
            }
        }
    }

    byte[] random(int length) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(length, 8);
            library.call(Function.C_GenerateRandom, handle, bytes, (long) length);
            byte[] random = bytes.toArray(JAVA_BYTE);
            bytes.fill((byte) 0);
            return random;
        }
    }

    byte[] encrypt(long key, long mechanism, byte[] data) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = mechanism(arena, mechanism, MemorySegment.NULL, 0);
            return done(arena, Function.C_EncryptInit, Function.C_Encrypt, how, key, data);
        }
    }

    byte[] decrypt(long key, long mechanism, byte[] data) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = mechanism(arena, mechanism, MemorySegment.NULL, 0);
            return done(arena, Function.C_DecryptInit, Function.C_Decrypt, how, key, data);
        }
    }

    byte[] sign(long key, long mechanism, byte[] data) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = mechanism(arena, mechanism, MemorySegment.NULL, 0);
            return done(arena, Function.C_SignInit, Function.C_Sign, how, key, data);
        }
    }

    /**
     * Signs a SHA-256 hash by RSASSA-PSS, MGF1 with SHA-256 and a salt of 32 bytes.
     *
     * @param most bytes that a signature may have
     */
    byte[] pss(long key, byte[] hash, int most) throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = arena.allocate(24, 8);
            parameters.set(JAVA_LONG, 0, Ck.CKM_SHA256);
            parameters.set(JAVA_LONG, 8, Ck.CKG_MGF1_SHA256);
            parameters.set(JAVA_LONG, 16, PssBlock.SALT);
            MemorySegment how = mechanism(arena, Ck.CKM_RSA_PKCS_PSS, parameters, 24);
            return done(arena, Function.C_SignInit, Function.C_Sign, how, key, hash, most);
        }
    }

    byte[] gcm(boolean encrypt, long key, byte[] nonce, String place, byte[] data)
            throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            byte[] text = place.getBytes(StandardCharsets.UTF_8);
            MemorySegment parameters = arena.allocate(48, 8);
            parameters.set(ADDRESS, 0, copied(arena, nonce));
            parameters.set(JAVA_LONG, 8, nonce.length);
            parameters.set(JAVA_LONG, 16, 8L * nonce.length);
            parameters.set(ADDRESS, 24, copied(arena, text));
            parameters.set(JAVA_LONG, 32, text.length);
            parameters.set(JAVA_LONG, 40, 128);
            MemorySegment how = mechanism(arena, Ck.CKM_AES_GCM, parameters, 48);
            return encrypt
                    ? done(arena, Function.C_EncryptInit, Function.C_Encrypt, how, key, data)
                    : done(arena, Function.C_DecryptInit, Function.C_Decrypt, how, key, data);
        }
    }

    private byte[] done(
            Arena arena, Function init, Function work, MemorySegment how, long key, byte[] data)
            throws CryptokiFailure {
        return done(arena, init, work, how, key, data, data.length + 64);
    }

    private byte[] done(
            Arena arena,
            Function init,
            Function work,
            MemorySegment how,
            long key,
            byte[] data,
            int most)
            throws CryptokiFailure {
        library.call(init, handle, how, key);
        MemorySegment in = copied(arena, data);
        MemorySegment out = arena.allocate(most, 8);
        MemorySegment length = arena.allocate(JAVA_LONG);
        length.set(JAVA_LONG, 0, most);
        try {
            library.call(work, handle, in, (long) data.length, out, length);
            return out.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        } finally {
            in.fill((byte) 0);
            out.fill((byte) 0);
        }
    }

    private static MemorySegment mechanism(
            Arena arena, long mechanism, MemorySegment parameters, long length) {
        MemorySegment how = arena.allocate(24, 8);
        how.set(JAVA_LONG, 0, mechanism);
        how.set(ADDRESS, 8, parameters);
        how.set(JAVA_LONG, 16, length);
        return how;
    }

    private static MemorySegment copied(Arena arena, byte[] bytes) {
        MemorySegment copy = arena.allocate(Math.max(1, bytes.length), 8);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, copy, 0, bytes.length);
        return copy;
    }
}
