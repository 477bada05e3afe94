package io.cardloom.production.emv;

import io.cardloom.production.expiry.ExpiringThing;
import io.cardloom.production.expiry.ExpirySource;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The issuer certificates of chips, good to the end of their last month (EMV Book 2, 5.3). */
@Component
class ChipExpiries implements ExpirySource {

    private static final int CENTURY = 2000;

    private final ChipProgramRepository repository;
    private final ChipIssuers issuers;
    private final TenantWork work;

    ChipExpiries(ChipProgramRepository repository, ChipIssuers issuers, TenantWork work) {
        this.repository = repository;
        this.issuers = issuers;
        this.work = work;
    }

    @Override
    public List<ExpiringThing> expiring(TenantId tenant) {
        List<ChipProgramRow> programs = work.read(tenant, () -> repository.all(tenant));
        return programs.isEmpty() ? List.of() : expiring(tenant, programs);
    }

    private List<ExpiringThing> expiring(TenantId tenant, List<ChipProgramRow> programs) {
        Map<Integer, ChipPublicKey> keys = new HashMap<>();
        issuers.publicKeys(tenant).forEach((issuer, key) -> keys.put(issuer.number(), key));
        return programs.stream()
                .flatMap(p -> thing(p, Objects.requireNonNull(keys.get(p.issuerKey))))
                .toList();
    }

    private static Stream<ExpiringThing> thing(ChipProgramRow program, ChipPublicKey key) {
        try {
            IssuerCertificate certificate = program.issuer(key).content();
            String yymm = certificate.expiry().yymm();
            return Stream.of(
                    new ExpiringThing(
                            program.id + "/" + yymm,
                            "Issuer certificate of the chips, " + program.profile,
                            "Have the scheme's authority certify the issuer's key again, and give"
                                    + " the program the new certificate.",
                            end(yymm)));
        } catch (Refusal anotherKey) {
            return Stream.empty(); // it is good for nothing already, and a run says so
        }
    }

    private static Instant end(String yymm) {
        return YearMonth.of(
                        CENTURY + Integer.parseInt(yymm, 0, 2, 10),
                        Integer.parseInt(yymm, 2, 4, 10))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
