package io.cardloom.production.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** One try of one step: an intent, and its outcome once that is known. */
@Entity
@Table(name = "run_step")
@NullUnmarked
class StepRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "run_id")
    String runId;

    int number;
    String step;
    int attempt;
    long fence;

    @Column(name = "intended_at")
    Instant intendedAt;

    String outcome;

    @Column(name = "ended_at")
    Instant endedAt;

    @Version long version;
}
