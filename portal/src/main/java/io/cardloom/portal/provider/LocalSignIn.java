package io.cardloom.portal.provider;

import io.cardloom.tenancy.identity.LocalAccounts;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Asks the local accounts whether a password is right; locked and unknown sound the same. */
class LocalSignIn implements AuthenticationProvider {

    private final LocalAccounts accounts;

    LocalSignIn(LocalAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = Objects.toString(attempt.getCredentials(), "");
        return accounts.signIn(attempt.getName(), password)
                .<Authentication>map(
                        account ->
                                UsernamePasswordAuthenticationToken.authenticated(
                                        new SignedIn(
                                                account.subject(), account.name(), account.email()),
                                        null,
                                        List.of(
                                                FactorGrantedAuthority.fromAuthority(
                                                        FactorGrantedAuthority
                                                                .PASSWORD_AUTHORITY))))
                .orElseThrow(() -> new BadCredentialsException("refused"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
