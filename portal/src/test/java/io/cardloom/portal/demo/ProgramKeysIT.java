package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.life.CeremonyKind;
import io.cardloom.production.key.life.CeremonyPlan;
import io.cardloom.production.key.life.CeremonyPlan.NewKey;
import io.cardloom.production.key.life.IssuerKeys;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.production.key.life.KeyCeremony;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A custodian has a program's cards made with keys of their own. */
@DemoPortal
class ProgramKeysIT {

    private static final String CHOOSE =
            "vaadin-button[aria-label='Choose the keys of Kino Aurora Club']";

    @LocalServerPort int port;
    @Autowired KeyCeremonies ceremonies;
    @Autowired IssuerKeys keys;
    @Autowired ApplicationContext portal;

    @Test
    void aCustodianGivesAProgramKeysOfItsOwn() {
        KeyVersionId first = active("Debit scheme", KeyUsage.CARD_VERIFICATION);
        KeyVersionId second = active("Credit scheme", KeyUsage.CARD_VERIFICATION);
        active("PINs of all schemes", KeyUsage.PIN_VERIFICATION_VALUE);
        try (Browser kari =
                Browser.open("http://localhost:" + port)
                        .signIn("kari@nordlys.example", DemoActors.PASSWORD)) {
            kari.size(1280, 900);
            kari.go("keys").press("Keys by program");
            kari.read("Your standard keys");
            kari.press(By.cssSelector(CHOOSE));
            kari.choose("Card verification key, C0", words("Credit scheme", second));
            kari.picture("keys-by-program-choose");
            kari.press("Keep");
            kari.read("The next runs are made with these keys.");
            kari.read("1 of its own");
            kari.picture("keys-by-program");
            makeStandard(kari, page(second));
            held(CeremonyPlan.on(CeremonyKind.RETIRE, second, "the scheme asked for it", both()));
            kari.go("keys/by-program").read("Credit scheme has no active version");
            kari.picture("keys-by-program-missing");
            backToStandard(kari, page(first));
        }
    }

    private static void makeStandard(Browser kari, String key) {
        kari.go(key).read("Kino Aurora Club");
        kari.press("Make it the standard key");
        kari.read("of each program without a key of its own");
        kari.picture("key-make-standard");
        kari.press("Make it standard");
        kari.read("Yes, for each program that has none of its own");
        kari.read("Made the standard key of its use");
        kari.picture("key-programs");
    }

    /** To the other key, which is in order. */
    private static void backToStandard(Browser kari, String key) {
        kari.go(key).press("Make it the standard key");
        kari.press("Make it standard");
        kari.read("Yes, for each program that has none of its own");
        kari.go("keys/by-program").press(By.cssSelector(CHOOSE));
        kari.choose("Card verification key, C0", "The standard key");
        kari.press("Keep");
        kari.read("The next runs are made with these keys.");
        kari.waitUntil(() -> !kari.shows("has no active version"));
        assertThat(kari.shows("1 of its own")).isFalse();
    }

    private String page(KeyVersionId version) {
        return "keys/" + keys.version(kari().tenant(), version).orElseThrow().key();
    }

    private String words(String name, KeyVersionId version) {
        return name
                + ", check value "
                + keys.version(kari().tenant(), version).orElseThrow().checkValue().hex6();
    }

    private KeyVersionId active(String name, KeyUsage usage) {
        KeyVersionId made =
                held(CeremonyPlan.generate(new NewKey(name, usage, KeyKind.TDEA_DOUBLE), both()));
        return held(CeremonyPlan.on(CeremonyKind.ACTIVATE, made, "for cards", both()));
    }

    private KeyVersionId held(CeremonyPlan plan) {
        KeyCeremony open = ceremonies.open(kari(), plan);
        ceremonies.attend(kari(), open.id());
        return Objects.requireNonNull(ceremonies.attend(eirik(), open.id()).version());
    }

    private List<PersonId> both() {
        return List.of(kari().requirePerson(), eirik().requirePerson());
    }

    private Actor kari() {
        return new DemoActors(portal).actor("kari@nordlys.example");
    }

    private Actor eirik() {
        return new DemoActors(portal).actor("eirik@nordlys.example");
    }
}
