package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.isolation.CrossTenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored account of the embedded provider; belongs to no tenant. */
@Entity
@Table(name = "local_account")
@CrossTenant("accounts of the embedded provider say who somebody is, not for whom")
class LocalAccountRow {

    /** PCI DSS 4.0.1, 8.3.4: lock after at most ten attempts, for at least thirty minutes. */
    private static final int ATTEMPTS = 10;

    private static final Duration REST = Duration.ofMinutes(30);

    @Id String subject;
    String email;
    String name;
    String password;
    int failures;

    @Column(name = "locked_until")
    @Nullable Instant lockedUntil;

    @SuppressWarnings("NullAway.Init")
    protected LocalAccountRow() {}

    LocalAccountRow(String subject, String email, String name, String password) {
        this.subject = subject;
        this.email = email;
        this.name = name;
        this.password = password;
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    void failed(Instant now) {
        failures++;
        if (failures >= ATTEMPTS) {
            lockedUntil = now.plus(REST);
            failures = 0;
        }
    }

    void succeeded() {
        failures = 0;
        lockedUntil = null;
    }
}
