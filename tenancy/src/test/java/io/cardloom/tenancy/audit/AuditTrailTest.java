package io.cardloom.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class AuditTrailTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @Autowired TenantWork work;
    @Autowired AuditTrail trail;

    private final TenantId tenant = TenantId.next(CLOCK);
    private final Actor auditor =
            new Actor(
                    tenant,
                    PersonId.next(CLOCK),
                    OrganizationId.next(CLOCK),
                    "Ada",
                    Set.of(Role.AUDITOR),
                    "192.0.2.7");

    private void record(AuditEntry entry) {
        work.run(tenant, () -> trail.record(auditor, entry));
    }

    @Test
    void keepsEveryFieldOfAnEntry() {
        String digest = "ab".repeat(32);
        record(
                new AuditEntry(
                        "design.frozen", "dsn_1", digest, Map.of("reason", "É \"x\"\n"), true));

        AuditRecord read = trail.page(auditor, AuditFilter.all(), 0, 10).getFirst();

        assertThat(read.sequence()).isEqualTo(1);
        assertThat(read.person()).isEqualTo(auditor.person());
        assertThat(read.organization()).isEqualTo(auditor.organization());
        assertThat(read.action()).isEqualTo("design.frozen");
        assertThat(read.subject()).isEqualTo("dsn_1");
        assertThat(read.digest()).isEqualTo(digest);
        assertThat(read.success()).isTrue();
        assertThat(read.origin()).isEqualTo("192.0.2.7");
        assertThat(read.details()).containsExactly(Map.entry("reason", "É \"x\"\n"));
        assertThat(read.hash()).hasSize(64);
        assertThat(read.at()).isBeforeOrEqualTo(CLOCK.instant());
    }

    @Test
    void refusesToRecordOutsideOfWork() {
        assertThatThrownBy(() -> trail.record(auditor, AuditEntry.of("a.b", "c")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                work.read(
                                        tenant,
                                        () -> {
                                            trail.record(auditor, AuditEntry.of("a.b", "c"));
                                            return 1;
                                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToRecordForAnotherTenant() {
        assertThatThrownBy(
                        () ->
                                work.run(
                                        TenantId.next(CLOCK),
                                        () -> trail.record(auditor, AuditEntry.of("a.b", "c"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(trail.count(auditor, AuditFilter.all())).isZero();
    }

    @Test
    void recordsNothingThatWasUndone() {
        assertThatThrownBy(
                        () ->
                                work.run(
                                        tenant,
                                        () -> {
                                            trail.record(auditor, AuditEntry.of("a.b", "c"));
                                            throw Refusal.conflict("NO", "No.");
                                        }))
                .isInstanceOf(Refusal.class);
        assertThat(trail.count(auditor, AuditFilter.all())).isZero();
    }

    @Test
    void keepsTheEvidenceOfARefusalThatUndidItsWork() {
        Refusal refusal = Refusal.forbidden("PERMISSION_MISSING", "No.");
        assertThatThrownBy(
                        () ->
                                work.run(
                                        tenant,
                                        () -> {
                                            trail.record(auditor, AuditEntry.of("a.b", "c"));
                                            trail.recordRefusal(
                                                    auditor, "run.released", "run_1", refusal);
                                            throw refusal;
                                        }))
                .isSameAs(refusal);
        assertThat(trail.page(auditor, AuditFilter.all(), 0, 10))
                .singleElement()
                .satisfies(
                        r -> {
                            assertThat(r.success()).isFalse();
                            assertThat(r.action()).isEqualTo("run.released");
                            assertThat(r.details()).containsEntry("code", "PERMISSION_MISSING");
                        });
    }

    @Test
    void chainsWithoutGapsWhenManyWriteAtOnce() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                String subject = "s" + i;
                writers.add(
                        threads.submit(
                                () -> {
                                    record(AuditEntry.of("a.first", subject));
                                    work.run(
                                            tenant,
                                            () -> {
                                                trail.record(
                                                        auditor, AuditEntry.of("a.b", subject));
                                                trail.record(
                                                        auditor, AuditEntry.of("a.c", subject));
                                            });
                                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        List<AuditRecord> all = new ArrayList<>(trail.page(auditor, AuditFilter.all(), 0, 100));
        all.addAll(trail.page(auditor, AuditFilter.all(), 100, 100));
        assertThat(all)
                .extracting(AuditRecord::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 120).boxed().toList().reversed());
        assertThat(trail.head(tenant).count()).isEqualTo(120);
        assertThat(trail.head(tenant).hash()).isEqualTo(all.getFirst().hash());
    }
}
