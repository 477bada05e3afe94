package io.cardloom.tenancy.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class LocalAccountsTest {

    private static final String PASSWORD = "a long enough phrase";

    @Autowired LocalAccounts accounts;

    private final String email = UUID.randomUUID() + "@example.test";

    @Test
    void opensForTheRightPasswordWhateverTheCaseOfTheAddress() {
        var opened = accounts.open(email, "Ada", PASSWORD);
        assertThat(accounts.signIn(email.toUpperCase(java.util.Locale.ROOT), PASSWORD))
                .contains(opened);
    }

    @Test
    void staysShutForAWrongPasswordAndForAnUnknownAddress() {
        accounts.open(email, "Ada", PASSWORD);
        assertThat(accounts.signIn(email, "something else entirely")).isEmpty();
        assertThat(accounts.signIn("nobody@example.test", PASSWORD)).isEmpty();
    }

    @Test
    void restsAfterTenWrongPasswordsEvenForTheRightOne() {
        accounts.open(email, "Ada", PASSWORD);
        for (int i = 0; i < 10; i++) {
            accounts.signIn(email, "wrong wrong wrong " + i);
        }
        assertThat(accounts.signIn(email, PASSWORD)).isEmpty();
    }

    @Test
    void refusesASecondAccountForAnAddress() {
        accounts.open(email, "Ada", PASSWORD);
        assertThatThrownBy(() -> accounts.open(email, "Eve", PASSWORD))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("ACCOUNT_EXISTS"));
    }

    @Test
    void refusesAPasswordThatIsTooShort() {
        assertThatThrownBy(() -> accounts.open(email, "Ada", "short"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("PASSWORD_LENGTH"));
    }
}
