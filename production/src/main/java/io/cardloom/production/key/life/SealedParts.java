package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What custodians brought, or are to take away, between their visits: sealed with a key of the
 * ceremony's own inside the device, which is destroyed when it closes. After that no backup opens
 * them.
 */
@Component
class SealedParts {

    private final KeyBook book;

    SealedParts(KeyBook book) {
        this.book = book;
    }

    static boolean neededBy(CeremonyKind kind) {
        return kind.takesParts() || kind == CeremonyKind.GENERATE_SHARED;
    }

    void open(CeremonyRow ceremony) {
        if (neededBy(ceremony.kind)) {
            KeyName name = name(ceremony);
            book.forgetIfItFalls(name);
            book.driver().storage().generate(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        }
    }

    byte[] sealed(CeremonyRow ceremony, CustodianRow custodian, byte[] part) {
        return book.driver().protection().seal(name(ceremony), part, place(custodian));
    }

    /** The part in clear, which the caller wipes. */
    byte[] opened(CeremonyRow ceremony, CustodianRow custodian, byte[] part) {
        return book.driver().protection().open(name(ceremony), part, place(custodian));
    }

    void close(CeremonyRow ceremony, List<CustodianRow> custodians) {
        if (neededBy(ceremony.kind)) {
            custodians.forEach(c -> c.part = null);
            book.destroyWithTheCommit(name(ceremony));
        }
    }

    private static KeyName name(CeremonyRow ceremony) {
        return KeyName.of(new TenantId(ceremony.tenantId), ceremony.id);
    }

    private static String place(CustodianRow custodian) {
        return "cardloom/ceremony/" + custodian.id + "/" + custodian.number;
    }
}
