package io.cardloom.connectors.hsm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.cardloom.connectors.hsm.Cryptoki.Function;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A token that is logged into, found by its label. Sessions are used again, one thread each. */
final class Token {

    /** What is done in a session. */
    @FunctionalInterface
    interface Work<T> {
        T in(Session session) throws CryptokiFailure;
    }

    private final Cryptoki library;
    private final long slot;
    private final Set<Long> mechanisms;
    private final ConcurrentLinkedDeque<Session> free = new ConcurrentLinkedDeque<>();

    /**
     * @param pin wiped
     * @param unused mechanisms that are not asked for although the token lists them
     * @throws KeyDeviceFailure when there is no such token or the PIN is wrong; a wrong PIN is
     *     tried once only
     */
    Token(Cryptoki library, String label, byte[] pin, Set<Long> unused) {
        this.library = library;
        try (Arena arena = Arena.ofConfined()) {
            this.slot = slot(arena, label);
            this.mechanisms = mechanisms(arena, unused);
            login(arena, pin);
        } catch (CryptokiFailure e) {
            throw e.code() == Ck.CKR_PIN_INCORRECT
                    ? new KeyDeviceFailure("the token's PIN is not the one that was given")
                    : e.told();
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    /** What the token says that it can do (C_GetMechanismList), but for what is not to be used. */
    Set<Long> mechanisms() {
        return mechanisms;
    }

    /**
     * @throws CryptokiFailure as the work does; the session is closed then, and another is opened
     *     for the next work
     */
    <T> T call(Work<T> work) throws CryptokiFailure {
        Session known = free.pollFirst();
        Session session = known != null ? known : open();
        boolean good = false;
        try {
            T result = work.in(session);
            good = true;
            return result;
        } finally {
            if (good) {
                free.addFirst(session);
            } else {
                close(session);
            }
        }
    }

    private void close(Session session) {
        try {
            library.call(Function.C_CloseSession, session.handle());
        } catch (CryptokiFailure e) {
            return; // it is gone, which is what was wanted
        }
    }

    private Session open() throws CryptokiFailure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(JAVA_LONG);
            library.call(
                    Function.C_OpenSession,
                    slot,
                    Ck.CKF_SERIAL_SESSION | Ck.CKF_RW_SESSION,
                    MemorySegment.NULL,
                    MemorySegment.NULL,
                    handle);
            return new Session(library, handle.get(JAVA_LONG, 0));
        }
    }

    private long slot(Arena arena, String label) throws CryptokiFailure {
        MemorySegment count = arena.allocate(JAVA_LONG);
        library.call(Function.C_GetSlotList, 1L, MemorySegment.NULL, count);
        MemorySegment slots = arena.allocate(8 * Math.max(1, count.get(JAVA_LONG, 0)), 8);
        library.call(Function.C_GetSlotList, 1L, slots, count);
        for (long i = 0; i < count.get(JAVA_LONG, 0); i++) {
            MemorySegment about = arena.allocate(512, 8);
            long each = slots.getAtIndex(JAVA_LONG, i);
            library.call(Function.C_GetTokenInfo, each, about);
            String name =
                    new String(about.asSlice(0, 32).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
            if (name.strip().equals(label)) {
                return each;
            }
        }
        throw new KeyDeviceFailure("there is no token with the label that was given");
    }

    private Set<Long> mechanisms(Arena arena, Set<Long> unused) throws CryptokiFailure {
        MemorySegment count = arena.allocate(JAVA_LONG);
        library.call(Function.C_GetMechanismList, slot, MemorySegment.NULL, count);
        MemorySegment list = arena.allocate(8 * Math.max(1, count.get(JAVA_LONG, 0)), 8);
        library.call(Function.C_GetMechanismList, slot, list, count);
        Set<Long> known = new HashSet<>();
        for (long i = 0; i < count.get(JAVA_LONG, 0); i++) {
            known.add(list.getAtIndex(JAVA_LONG, i));
        }
        known.removeAll(unused);
        return Set.copyOf(known);
    }

    /** The login is every session's; the first session stays open, for else it would end. */
    private void login(Arena arena, byte[] pin) throws CryptokiFailure {
        Session first = open();
        MemorySegment text = arena.allocate(Math.max(1, pin.length), 8);
        MemorySegment.copy(MemorySegment.ofArray(pin), 0, text, 0, pin.length);
        try {
            library.call(Function.C_Login, first.handle(), Ck.CKU_USER, text, (long) pin.length);
        } catch (CryptokiFailure e) {
            if (e.code() != Ck.CKR_USER_ALREADY_LOGGED_IN) {
                close(first);
                throw e;
            }
        } finally {
            text.fill((byte) 0);
        }
    }
}
