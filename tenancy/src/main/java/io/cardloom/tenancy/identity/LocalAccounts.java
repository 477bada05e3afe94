package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Name;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to the accounts of the embedded identity provider: who somebody is, by e-mail address
 * and password. They carry no role and no tenant.
 *
 * <p>The embedded provider tells {@code email_verified: true} of every account (OpenID Connect Core
 * 1.0, 5.1). It is true because an account is opened with the code of an invitation that was sent
 * to the very address ({@link Invitations#openAccount}); a demo's addresses lead nowhere.
 */
@Component
public class LocalAccounts {

    /** PCI DSS 4.0.1, 8.3.6. */
    public static final int SHORTEST_PASSWORD = 12;

    /** OWASP ASVS 5.0.0, 6.2.9 asks for at least 64. */
    public static final int LONGEST_PASSWORD = 128;

    /**
     * One account.
     *
     * @param subject stable and never reused
     */
    public record LocalAccount(String subject, String email, String name) {}

    private final PasswordEncoder passwords =
            Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobody = encode(UUID.randomUUID().toString());
    private final EntityManager rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LocalAccounts(EntityManager rows, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Opens an account. Whoever calls this knows that the person reads the mailbox of the address.
     *
     * @throws Refusal {@code NAME_INVALID}; {@code PASSWORD_LENGTH} outside 12 to 128 characters;
     *     {@code ACCOUNT_EXISTS} when the address has one already
     */
    public LocalAccount open(String email, String name, String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw Refusal.invalid(
                    "PASSWORD_LENGTH", "Choose a password of 12 to 128 characters; any will do.");
        }
        String called = Name.checked(name);
        String hash = encode(password);
        return transaction.execute(
                status -> {
                    if (find(email, LockModeType.NONE).isPresent()) {
                        throw exists();
                    }
                    LocalAccountRow row =
                            new LocalAccountRow(
                                    UUID.randomUUID().toString(), address(email), called, hash);
                    rows.persist(row);
                    return account(row);
                });
    }

    static Refusal exists() {
        return Refusal.conflict(
                "ACCOUNT_EXISTS", "This e-mail address has an account already. Sign in with it.");
    }

    /** The account of an address, whatever its password. */
    public Optional<LocalAccount> byEmail(String email) {
        return transaction.execute(
                status -> find(email, LockModeType.NONE).map(LocalAccounts::account));
    }

    /**
     * The account, if the password is right and the account is not resting after ten wrong ones.
     * Unknown, wrong and resting take the same time and give the same answer.
     */
    public Optional<LocalAccount> signIn(String email, String password) {
        return transaction.execute(status -> check(email, password, clock.instant()));
    }

    private Optional<LocalAccount> check(String email, String password, Instant now) {
        Optional<LocalAccountRow> found = find(email, LockModeType.PESSIMISTIC_WRITE);
        boolean right = passwords.matches(password, found.map(row -> row.password).orElse(nobody));
        if (found.isEmpty() || found.get().isLocked(now)) {
            return Optional.empty();
        }
        LocalAccountRow row = found.get();
        if (!right) {
            row.failed(now);
            return Optional.empty();
        }
        row.succeeded();
        return Optional.of(account(row));
    }

    private Optional<LocalAccountRow> find(String email, LockModeType lock) {
        return rows.createQuery("from LocalAccountRow where email = :email", LocalAccountRow.class)
                .setParameter("email", address(email))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private String encode(String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }

    private static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static LocalAccount account(LocalAccountRow row) {
        return new LocalAccount(row.subject, row.email, row.name);
    }
}
