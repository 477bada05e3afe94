package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyBlockVersion;
import io.cardloom.production.key.hsm.IncomingKey;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.KeyStorage;
import io.cardloom.production.key.hsm.KeyTransport;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.share.Share;
import io.cardloom.production.key.share.Sharing;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done once enough custodians have come. */
@Component
class CeremonyEnd {

    private final KeyBook book;
    private final SealedParts parts;
    private final CeremonyRepository repository;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CeremonyEnd(KeyBook book, SealedParts parts, CeremonyRepository repository, Clock clock) {
        this.book = book;
        this.parts = parts;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Does it.
     *
     * @return the state that the ceremony comes into; {@code FAILED} with the reason written down
     *     when keys or blocks are not what they should be
     */
    CeremonyState reach(Actor actor, CeremonyRow ceremony, List<CustodianRow> custodians) {
        try {
            return switch (ceremony.kind) {
                case GENERATE -> generated(actor, ceremony);
                case GENERATE_SHARED -> shared(actor, ceremony, custodians);
                case COMPONENTS -> combined(actor, ceremony, custodians);
                case RESTORE -> restored(actor, ceremony, custodians);
                case IMPORT_BLOCK -> imported(actor, ceremony);
                case EXPORT_BLOCK -> exported(actor, ceremony);
                case ACTIVATE -> moved(actor, ceremony, KeyVerb.ACTIVATE);
                case RETIRE -> moved(actor, ceremony, KeyVerb.RETIRE);
                case REVOKE -> moved(actor, ceremony, KeyVerb.REVOKE);
                case DESTROY -> moved(actor, ceremony, KeyVerb.DESTROY);
            };
        } catch (Refusal e) {
            ceremony.reason = e.code() + ": " + e.sentence();
            return CeremonyState.FAILED;
        } catch (KeyDeviceFailure e) {
            ceremony.reason = e.code() + ": " + e.getMessage();
            return CeremonyState.FAILED;
        }
    }

    private CeremonyState generated(Actor actor, CeremonyRow ceremony) {
        KeyStorage storage = book.driver().storage();
        made(
                ceremony,
                book.add(
                        actor,
                        ceremony,
                        name -> storage.generate(name, ceremony.usage, ceremony.keyKind)));
        return CeremonyState.COMPLETED;
    }

    private CeremonyState shared(Actor actor, CeremonyRow ceremony, List<CustodianRow> custodians) {
        try (ClearKey key = ClearKey.random(ceremony.keyKind, random)) {
            KeyVersionId version = loaded(actor, ceremony, key);
            byte[] secret = key.bytes();
            List<Share> shares = Sharing.split(secret, ceremony.quorum, custodians.size(), random);
            Arrays.fill(secret, (byte) 0);
            for (CustodianRow custodian : custodians) {
                try (Share share = shares.get(custodian.number - 1)) {
                    byte[] bytes = share.bytes();
                    custodian.checkValue = checkValue(ceremony, bytes).hex6();
                    custodian.part = parts.sealed(ceremony, custodian, bytes);
                    Arrays.fill(bytes, (byte) 0);
                }
                hold(version, custodian);
            }
        }
        return CeremonyState.DISTRIBUTING;
    }

    private CeremonyState combined(
            Actor actor, CeremonyRow ceremony, List<CustodianRow> custodians) {
        List<byte[]> clear = new ArrayList<>();
        try {
            custodians.forEach(c -> clear.add(part(ceremony, c)));
            try (ClearKey key = new ClearKey(ceremony.keyKind, Sharing.sum(clear))) {
                IncomingKey.requireExpected(key, expected(ceremony));
                KeyVersionId version = loaded(actor, ceremony, key);
                custodians.forEach(c -> hold(version, c));
            }
        } finally {
            clear.forEach(c -> Arrays.fill(c, (byte) 0));
        }
        return CeremonyState.COMPLETED;
    }

    private CeremonyState restored(
            Actor actor, CeremonyRow ceremony, List<CustodianRow> custodians) {
        List<Share> shares = new ArrayList<>();
        try {
            custodians.stream()
                    .filter(c -> c.part != null)
                    .forEach(c -> shares.add(new Share(c.number, part(ceremony, c))));
            try (ClearKey key = new ClearKey(ceremony.keyKind, Sharing.combine(shares))) {
                IncomingKey.requireExpected(key, expected(ceremony));
                KeyName name = KeyName.of(actor.tenant(), version(ceremony).value());
                if (!book.driver().storage().holds(name)) {
                    book.forgetIfItFalls(name);
                    book.driver().storage().load(name, ceremony.usage, key);
                }
            }
        } finally {
            shares.forEach(Share::close);
        }
        return CeremonyState.COMPLETED;
    }

    private CeremonyState imported(Actor actor, CeremonyRow ceremony) {
        IssuerKeyVersion protection = protection(actor.tenant(), ceremony);
        IncomingKey incoming =
                new IncomingKey(
                        Objects.requireNonNull(ceremony.keyBlock),
                        ceremony.usage,
                        ceremony.keyKind,
                        protection.name(actor.tenant()),
                        protection.kind(),
                        expected(ceremony));
        KeyTransport transport = book.driver().transport();
        made(ceremony, book.add(actor, ceremony, name -> transport.take(name, incoming)));
        return CeremonyState.COMPLETED;
    }

    private CeremonyState exported(Actor actor, CeremonyRow ceremony) {
        TenantId tenant = actor.tenant();
        IssuerKeyVersion key = book.version(tenant, version(ceremony));
        IssuerKeyVersion protection = protection(tenant, ceremony);
        if (key.state() == KeyState.DESTROYED || key.state() == KeyState.COMPROMISED) {
            throw Refusal.conflict("KEY_STATE", "This version of the key does not leave any more.");
        }
        KeyBlockVersion form =
                protection.kind().algorithm() == KeyAlgorithm.AES
                        ? KeyBlockVersion.D
                        : KeyBlockVersion.B;
        ceremony.keyBlock =
                book.driver()
                        .transport()
                        .export(
                                KeyBlockHeader.of(form, key.usage(), key.kind().algorithm()),
                                key.name(tenant),
                                key.kind(),
                                protection.name(tenant),
                                protection.kind());
        return CeremonyState.COMPLETED;
    }

    private CeremonyState moved(Actor actor, CeremonyRow ceremony, KeyVerb verb) {
        book.move(actor, version(ceremony), verb);
        return CeremonyState.COMPLETED;
    }

    private KeyVersionId loaded(Actor actor, CeremonyRow ceremony, ClearKey key) {
        KeyStorage storage = book.driver().storage();
        return made(
                ceremony,
                book.add(actor, ceremony, name -> storage.load(name, ceremony.usage, key)));
    }

    private KeyVersionId made(CeremonyRow ceremony, KeyVersionId id) {
        IssuerKeyVersion version = book.version(new TenantId(ceremony.tenantId), id);
        ceremony.versionId = id.value();
        ceremony.keyId = version.key().value();
        ceremony.checkValue = version.checkValue().hex6();
        return id;
    }

    private void hold(KeyVersionId version, CustodianRow custodian) {
        repository.add(
                new TenantId(custodian.tenantId),
                new ComponentRow(
                        custodian.tenantId,
                        version,
                        new PersonId(custodian.personId),
                        custodian.number,
                        1,
                        clock.instant()));
    }

    private byte[] part(CeremonyRow ceremony, CustodianRow custodian) {
        return parts.opened(ceremony, custodian, Objects.requireNonNull(custodian.part));
    }

    private static @Nullable KeyCheckValue expected(CeremonyRow ceremony) {
        return ceremony.checkValue == null ? null : new KeyCheckValue(ceremony.checkValue);
    }

    private IssuerKeyVersion protection(TenantId tenant, CeremonyRow ceremony) {
        return book.version(
                tenant, new KeyVersionId(Objects.requireNonNull(ceremony.protectionId)));
    }

    static KeyVersionId version(CeremonyRow ceremony) {
        return new KeyVersionId(Objects.requireNonNull(ceremony.versionId));
    }

    /** A part's check value, as if it were a key of its own. */
    static KeyCheckValue checkValue(CeremonyRow ceremony, byte[] part) {
        try (ClearKey key = new ClearKey(ceremony.keyKind, part.clone())) {
            return key.checkValue();
        }
    }
}
