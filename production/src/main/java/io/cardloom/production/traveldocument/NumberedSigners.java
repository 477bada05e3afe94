package io.cardloom.production.traveldocument;

import io.cardloom.production.document.SignerKey;
import io.cardloom.production.document.SignerKeys;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door by which custodians see the document signers that follow each other, and have the keys
 * of those that are over destroyed: one asks, another confirms.
 */
@Component
public class NumberedSigners {

    private final SignerKeys keys;
    private final Clock clock;

    NumberedSigners(SignerKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * All that are and were, newest first; empty before the first request.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys
     */
    public List<NumberedSigner> list(Actor actor) {
        return keys.list(actor).stream().map(this::told).toList();
    }

    /**
     * Asks for the destruction of a signer's private key.
     *
     * @throws Refusal as {@link SignerKeys#ask}
     */
    public void askToDestroy(Actor actor, int number) {
        keys.ask(actor, number);
    }

    /**
     * Confirms it and destroys the key. Not to be called inside other work.
     *
     * @throws Refusal as {@link SignerKeys#confirm}
     */
    public void destroy(Actor actor, int number) {
        keys.confirm(actor, number);
    }

    /**
     * Takes back what was asked for.
     *
     * @throws Refusal as {@link SignerKeys#keep}
     */
    public void keep(Actor actor, int number) {
        keys.keep(actor, number);
    }

    private NumberedSigner told(SignerKey key) {
        X509Certificate certificate = key.certificate();
        return new NumberedSigner(
                key.number(),
                standing(key),
                certificate == null ? null : InstalledSigner.of(certificate),
                key.askedBy(),
                key.endedAt());
    }

    private SignerStanding standing(SignerKey key) {
        return switch (key.state()) {
            case LIVING -> living(key.certificate(), key.signs());
            case ASKED -> SignerStanding.ASKED;
            case ENDING -> SignerStanding.ENDING;
            case DESTROYED -> SignerStanding.DESTROYED;
        };
    }

    private SignerStanding living(@Nullable X509Certificate certificate, boolean signs) {
        if (certificate == null) {
            return SignerStanding.WAITS;
        }
        if (!signs) {
            return SignerStanding.OVER;
        }
        return clock.instant().isBefore(certificate.getNotAfter().toInstant())
                ? SignerStanding.SIGNS
                : SignerStanding.CERTIFICATE_OVER;
    }
}
