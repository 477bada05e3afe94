package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TextContent;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Programs;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What preflight finds is mended at one click in the editor, and an undo takes that back. */
@DemoPortal
class PreflightFixesIT {

    private static final int BESIDE = 500;

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Programs programs;
    @Autowired CardBodies bodies;
    @Autowired Designs designs;
    @Autowired Clock clock;

    @Test
    void movesATextIntoTheSafeAreaAtOneClick() {
        Actor ingrid = ingrid();
        DesignId design =
                designs.create(
                        ingrid,
                        programs.list(ingrid).getFirst().id(),
                        bodies.list(ingrid).getFirst().id(),
                        "Trial of the fixes");
        LayerId text = write(ingrid, design);
        try (Browser browser =
                Browser.open("http://localhost:" + port)
                        .signIn(DemoActors.DESIGNER, DemoActors.PASSWORD)) {
            browser.go("designs/" + design.value() + "/edit");
            String fix = ".findings .error .fix";
            assertThat(browser.editorText(fix)).isEqualTo("Move it inside");
            browser.picture("preflight-fixes");
            browser.script("arguments[0].click()", browser.inEditor(fix));
            browser.waitUntil(() -> x(ingrid, design, text) > 2_000);
            browser.waitUntil(() -> !browser.editorText(".findings").contains("CL-03"));
            browser.inEditor("#undo").click();
            browser.waitUntil(() -> x(ingrid, design, text) == BESIDE);
            browser.waitUntil(() -> browser.editorText(".findings").contains("CL-03"));
        }
    }

    private LayerId write(Actor actor, DesignId design) {
        LayerId id = LayerId.next(clock);
        Layer layer =
                Layer.of(
                        Face.FRONT,
                        "F",
                        "Slogan",
                        new Box(BESIDE, 5_000, 40_000, 5_000, 0),
                        new TextContent(
                                "Out of bounds", "plex-sans", 400, 3_600, "#000000", Align.LEFT));
        designs.apply(actor, design, 0, new EditCommand.AddLayer(id, layer), EditOrigin.once());
        return id;
    }

    private int x(Actor actor, DesignId design, LayerId id) {
        return Objects.requireNonNull(designs.open(actor, design).document().layers().get(id))
                .box()
                .x();
    }

    private Actor ingrid() {
        return new DemoActors(context).designer();
    }
}
