package io.cardloom.portal.design.editor;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Pictured;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.Renderer;
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

/** The pictures and typefaces that an open editor loads. */
@RestController
class EditorResources {

    private static final int THUMBNAIL_PX = 240;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final Designs designs;
    private final Assets assets;
    private final Fonts fonts;
    private final Memberships memberships;

    EditorResources(Designs designs, Assets assets, Fonts fonts, Memberships memberships) {
        this.designs = designs;
        this.assets = assets;
        this.fonts = fonts;
        this.memberships = memberships;
    }

    static String assets(MembershipId membership, DesignId design) {
        return "/design-parts/" + membership.value() + "/" + design.value();
    }

    static String library(MembershipId membership) {
        return "/design-parts/" + membership.value() + "/library";
    }

    static String font(String digest) {
        return "/design-parts/fonts/" + digest;
    }

    @GetMapping("/design-parts/fonts/{digest}")
    ResponseEntity<byte[]> typeface(@PathVariable String digest) {
        return kept(new MediaType("font", "ttf"), fonts.bytes(digest));
    }

    /** A picture of the library, small, for the organization that uploaded it. */
    @GetMapping("/design-parts/{membership}/library/{digest}")
    ResponseEntity<byte[]> libraryPicture(
            @AuthenticationPrincipal CardloomUser user,
            @PathVariable String membership,
            @PathVariable String digest) {
        byte[] picture = assets.own(actor(user, membership), new AssetDigest(digest));
        return kept(MediaType.IMAGE_PNG, Renderer.thumbnail(picture, THUMBNAIL_PX));
    }

    private Actor actor(CardloomUser user, String membership) {
        Actor actor = memberships.actor(user.person(), new MembershipId(membership));
        if (!user.opens(actor.tenant())) {
            throw Refusal.notFound("membership");
        }
        return actor;
    }

    /** A picture, for somebody who may see the design and only if the design shows it. */
    @GetMapping("/design-parts/{membership}/{design}/{digest}")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal CardloomUser user,
            @PathVariable String membership,
            @PathVariable String design,
            @PathVariable String digest) {
        Actor actor = actor(user, membership);
        DesignView view = designs.open(actor, new DesignId(design));
        AssetDigest wanted = new AssetDigest(digest);
        boolean shown =
                view.document().layers().values().stream()
                        .anyMatch(
                                layer ->
                                        layer.content() instanceof Pictured picture
                                                && picture.asset().equals(wanted));
        if (!shown) {
            throw Refusal.notFound("picture");
        }
        byte[] picture = assets.raster(actor.tenant(), wanted);
        return kept(picture[0] == PNG[0] ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG, picture);
    }

    @ExceptionHandler({Refusal.class, IllegalArgumentException.class})
    ResponseEntity<Void> refused() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }

    /** The digest names the bytes, so they never change under it. */
    private static ResponseEntity<byte[]> kept(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .body(bytes);
    }
}
