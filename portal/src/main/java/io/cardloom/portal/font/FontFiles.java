package io.cardloom.portal.font;

import io.cardloom.designer.font.AdmittedFonts;
import io.cardloom.portal.signin.CardloomUser;
import io.cardloom.tenancy.identity.MembershipId;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of an issuer's own fonts, for the issuer's and its partners' browsers alone. */
@RestController
class FontFiles {

    private static final int COMPACT = 'O';

    private final AdmittedFonts fonts;
    private final Memberships memberships;

    FontFiles(AdmittedFonts fonts, Memberships memberships) {
        this.fonts = fonts;
        this.memberships = memberships;
    }

    @GetMapping("/design-parts/{membership}/fonts/{digest}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal CardloomUser user,
            @PathVariable String membership,
            @PathVariable String digest) {
        Actor actor = memberships.actor(user.person(), new MembershipId(membership));
        if (!user.opens(actor.tenant())) {
            throw Refusal.notFound("membership");
        }
        byte[] file = fonts.file(actor, digest);
        return ResponseEntity.ok()
                .contentType(new MediaType("font", file[0] == COMPACT ? "otf" : "ttf"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(file);
    }

    @ExceptionHandler({Refusal.class, IllegalArgumentException.class})
    ResponseEntity<Void> refused() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }
}
