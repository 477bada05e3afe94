package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignSummary;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TextContent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A designer makes a template, starts a design from it, and carries its next version on. */
@DemoPortal
class TemplatesIT {

    @LocalServerPort int port;
    @Autowired ApplicationContext portal;
    @Autowired Designs designs;

    @Test
    void aVersionIsCarriedIntoTheDesignsThatFollowIt() {
        try (EditorDesk desk = EditorDesk.open(portal, port)) {
            Browser ingrid = desk.browser;
            DesignSummary fjell =
                    designs.list(desk.actor, DemoDesign.FJELL.name(), 0, 10).getFirst();
            ingrid.go("templates").read("No templates yet");
            ingrid.picture("templates-empty");
            ingrid.go("designs/" + fjell.id().value()).press("Make a template");
            ingrid.picture("template-made");
            ingrid.press("Publish");
            ingrid.read("Version 1");
            String template = ingrid.address();
            for (String name : new String[] {"Ski edition", "Hut edition"}) {
                ingrid.go(template.replaceAll(".*/(templates/.*)", "$1"));
                ingrid.press("New design from it");
                ingrid.type("Name", name);
                ingrid.press("Start drawing");
                ingrid.waitUntil(() -> ingrid.address().endsWith("/edit"));
                ingrid.inEditor("g[data-layer]");
            }
            ingrid.go("templates").read("2 designs follow it");
            ingrid.picture("templates");
            reword(desk, fjell.id());
            ingrid.go(template.replaceAll(".*/(templates/.*)", "$1")).read("Version 1");
            ingrid.press("Publish next version");
            ingrid.press("Publish");
            ingrid.read("Version 2");
            ingrid.picture("template");
            ingrid.press("Carry into its designs");
            ingrid.press("Carry on");
            ingrid.read("2 to look at");
            ingrid.read("safe area");
            ingrid.picture("rebrand");
            ingrid.press("Take it over");
            ingrid.read("1 to look at");
            ingrid.press("Leave it as it is");
            ingrid.read("Nothing waits for you here");
            assertThat(ingrid.shows("Done, 2 designs")).isTrue();
        }
    }

    /** Moves the master's words out of the safe area: each design has a new finding. */
    private void reword(EditorDesk desk, DesignId master) {
        LayerId words =
                designs.open(desk.actor, master).document().layers().entrySet().stream()
                        .filter(e -> e.getValue().content() instanceof TextContent)
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        designs.apply(
                desk.actor,
                master,
                0,
                new EditCommand.SetProperties(words, Map.of("y", -1_000)),
                EditOrigin.once());
    }
}
