package io.cardloom.connectors.hsm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A PKCS#11 library (Cryptoki v2.40) through its list of functions, which is all that the standard
 * promises to export. CK_ULONG and pointers have eight bytes and structures are not packed, as
 * everywhere but on Windows; there this driver does not run.
 */
final class Cryptoki {

    /** Places in CK_FUNCTION_LIST, behind its version of eight bytes with what fills it up. */
    enum Function {
        C_Initialize(0),
        C_GetSlotList(4),
        C_GetTokenInfo(6),
        C_GetMechanismList(7),
        C_OpenSession(12),
        C_CloseSession(13),
        C_Login(18),
        C_CreateObject(20),
        C_DestroyObject(22),
        C_GetAttributeValue(24),
        C_FindObjectsInit(26),
        C_FindObjects(27),
        C_FindObjectsFinal(28),
        C_EncryptInit(29),
        C_Encrypt(30),
        C_DecryptInit(33),
        C_Decrypt(34),
        C_SignInit(42),
        C_Sign(43),
        C_GenerateKey(58),
        C_GenerateKeyPair(59),
        C_DeriveKey(62),
        C_GenerateRandom(64);

        private final int place;

        Function(int place) {
            this.place = place;
        }
    }

    private static final Linker LINKER = Linker.nativeLinker();

    private final MemorySegment functions;
    private final ConcurrentHashMap<String, MethodHandle> handles = new ConcurrentHashMap<>();

    /**
     * @throws KeyDeviceFailure when there is no such library or it does not start
     */
    Cryptoki(Path library) {
        if (JAVA_LONG.byteSize() != ADDRESS.byteSize()
                || System.getProperty("os.name", "").startsWith("Windows")) {
            throw new KeyDeviceFailure("PKCS#11 tokens are reached on 64-bit Linux only");
        }
        this.functions = list(library);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(48, 8);
            arguments.set(JAVA_LONG, 32, Ck.CKF_OS_LOCKING_OK);
            long code = raw(Function.C_Initialize, arguments);
            if (code != Ck.CKR_OK && code != Ck.CKR_CRYPTOKI_ALREADY_INITIALIZED) {
                throw new CryptokiFailure(Function.C_Initialize.name(), code).told();
            }
        }
    }

    /**
     * Calls a function.
     *
     * @param arguments longs and segments
     * @throws CryptokiFailure when it does not answer CKR_OK
     */
    void call(Function function, Object... arguments) throws CryptokiFailure {
        long code = raw(function, arguments);
        if (code != Ck.CKR_OK) {
            throw new CryptokiFailure(function.name(), code);
        }
    }

    private long raw(Function function, Object... arguments) {
        try {
            return (long) handle(function, arguments).invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("the token's library could not be called", e);
        }
    }

    private MethodHandle handle(Function function, Object... arguments) {
        return handles.computeIfAbsent(
                function.name(),
                name -> {
                    MemorySegment address = functions.get(ADDRESS, 8 + 8L * function.place);
                    MemoryLayout[] layouts =
                            Arrays.stream(arguments)
                                    .map(a -> a instanceof Long ? JAVA_LONG : ADDRESS)
                                    .toArray(MemoryLayout[]::new);
                    return LINKER.downcallHandle(
                            address, FunctionDescriptor.of(JAVA_LONG, layouts));
                });
    }

    private static MemorySegment list(Path library) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment symbol =
                    SymbolLookup.libraryLookup(library, Arena.global())
                            .findOrThrow("C_GetFunctionList");
            MemorySegment place = arena.allocate(ADDRESS);
            MethodHandle get =
                    LINKER.downcallHandle(symbol, FunctionDescriptor.of(JAVA_LONG, ADDRESS));
            long code = (long) get.invokeWithArguments(place);
            if (code != Ck.CKR_OK) {
                throw new CryptokiFailure("C_GetFunctionList", code).told();
            }
            return place.get(ADDRESS, 0).reinterpret(8 + 8L * 68);
        } catch (KeyDeviceFailure e) {
            throw e;
        } catch (Throwable e) {
            throw new KeyDeviceFailure(
                    "there is no PKCS#11 library at cardloom.keys.pkcs11.library that can be"
                            + " loaded");
        }
    }
}
