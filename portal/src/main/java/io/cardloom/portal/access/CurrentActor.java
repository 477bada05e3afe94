package io.cardloom.portal.access;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.cardloom.portal.signin.CardloomUser;
import io.cardloom.tenancy.identity.Membership;
import io.cardloom.tenancy.identity.MembershipId;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The signed-in person of this session and the membership she chose.
 *
 * <p>The actor is read anew each time it is asked for, so that a role taken away is gone with the
 * next click (OWASP ASVS 5.0.0, 8.3.2).
 */
@SpringComponent
@VaadinSessionScope
public class CurrentActor {

    private final Memberships directory;
    private @Nullable MembershipId chosen;

    CurrentActor(Memberships directory) {
        this.directory = directory;
    }

    /** Whom the provider vouched for. */
    public CardloomUser user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof CardloomUser user) {
            return user;
        }
        throw Refusal.forbidden("SIGN_IN_REQUIRED", "Sign in first.");
    }

    /** The memberships this sign-in opens; empty for a person nobody has invited yet. */
    public List<Membership> memberships() {
        CardloomUser user = user();
        return directory.of(user.person()).stream()
                .filter(one -> user.opens(one.tenant()))
                .toList();
    }

    /**
     * @throws Refusal {@code NO_MEMBERSHIP} when the person belongs nowhere
     */
    public Membership membership() {
        List<Membership> all = memberships();
        return all.stream()
                .filter(one -> one.id().equals(chosen))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(
                        () ->
                                Refusal.forbidden(
                                        "NO_MEMBERSHIP",
                                        "Nobody has invited you yet. Ask an administrator of the"
                                                + " issuer for an invitation."));
    }

    public void choose(MembershipId membership) {
        chosen =
                memberships().stream()
                        .map(Membership::id)
                        .filter(membership::equals)
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("membership"));
    }

    /** The actor of this moment, from the address of the request in hand. */
    public Actor actor() {
        return directory.actor(user().person(), membership().id()).from(address());
    }

    /** Where the request comes from; what a push starts, from where the session came. */
    public static String address() {
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        @Nullable VaadinSession session = VaadinSession.getCurrent();
        @Nullable String address =
                request != null
                        ? request.getRemoteAddr()
                        : session == null ? null : session.getBrowser().getAddress();
        return address == null ? Actor.INSIDE : address;
    }
}
