package io.cardloom.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.cardloom.portal.signin.CardloomUser;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class CurrentActorTest {

    private final Memberships directory = mock(Memberships.class);
    private final CurrentActor current = new CurrentActor(directory);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void refusesWhoeverIsNotSignedIn() {
        refused("SIGN_IN_REQUIRED", current::user);
        refused("SIGN_IN_REQUIRED", current::actor);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("somebody", "else"));
        refused("SIGN_IN_REQUIRED", current::memberships);
    }

    @Test
    void refusesWhomNobodyHasInvited() {
        CardloomUser user = mock(CardloomUser.class);
        PersonId person = PersonId.next(Clock.systemUTC());
        when(user.person()).thenReturn(person);
        when(directory.of(person)).thenReturn(List.of());
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(user, "none"));
        assertThat(current.memberships()).isEmpty();
        refused("NO_MEMBERSHIP", current::membership);
        refused("NO_MEMBERSHIP", current::actor);
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.sentence()).isNotBlank();
                        });
    }
}
