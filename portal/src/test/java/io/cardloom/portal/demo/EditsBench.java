package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.identity.LocalAccounts;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How long an edit takes from one person's hand to another's screen, both in Chromium; run by
 * {@code ./cardloom bench edits}, not by the tests.
 */
@DemoPortal
class EditsBench {

    private static final int EDITS = 200;
    private static final String PASSWORD = "a demo, no secret";

    @LocalServerPort int port;
    @Autowired Designs designs;
    @Autowired LocalAccounts accounts;
    @Autowired People people;
    @Autowired Memberships memberships;

    @Test
    void measuresAnEditSeenByTheOtherBrowser() throws Exception {
        String design = aDraft().value();
        String portal = "http://localhost:" + port;
        try (Browser one = Browser.open(portal).signIn("ingrid@nordlys.example", PASSWORD);
                Browser two = Browser.open(portal).signIn("jonas@fjellsport.example", PASSWORD)) {
            one.go("designs/" + design + "/edit").inEditor("g[data-layer]");
            two.go("designs/" + design + "/edit").inEditor("g[data-layer]");
            two.script(WATCH);
            one.script(SEND, EDITS);
            TimeUnit.MILLISECONDS.sleep(EDITS * 120L + 5_000);
            long[] sent = numbers(one.script("return window.sent.join(',')"));
            long[] seen = numbers(two.script("return window.seen.join(',')"));
            report(sent, seen);
        }
    }

    private static void report(long[] sent, long[] seen) {
        assertThat(sent).hasSize(EDITS);
        assertThat(seen).hasSize(EDITS);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            times.add(seen[i] - sent[i]);
        }
        times.sort(null);
        System.out.printf(
                "edit seen by the other browser, %d edits: p50 %d ms, p95 %d ms, max %d ms%n",
                EDITS, times.get(EDITS / 2), times.get(EDITS * 95 / 100), times.getLast());
    }

    private DesignId aDraft() {
        PersonId person =
                people.signedIn(
                        EmbeddedProvider.IDENTITY,
                        accounts.byEmail("ingrid@nordlys.example").orElseThrow().subject(),
                        "Ingrid Solberg",
                        "ingrid@nordlys.example");
        Actor ingrid = memberships.actor(person, memberships.of(person).getFirst().id());
        return designs.list(ingrid, DemoDesign.FJELL.name(), 0, 10).getFirst().id();
    }

    private static long[] numbers(Object list) {
        return Arrays.stream(list.toString().split(",")).mapToLong(Long::parseLong).toArray();
    }

    /** Each edit renames the topmost layer; the watcher notes when its own page has drawn it. */
    private static final String SEND =
            """
            const editor = document.querySelector('cardloom-editor');
            const id = [...editor.shadowRoot.querySelectorAll('g[data-layer]')].at(-1).dataset.layer;
            window.sent = [];
            let count = 0;
            const timer = setInterval(() => {
              window.sent.push(Date.now());
              editor.session.do({op: 'set', id, changes: {name: 'bench ' + count}});
              if (++count === arguments[0]) clearInterval(timer);
            }, 120);
            """;

    /** Edits that waited together come as one; it shows all of them. */
    private static final String WATCH =
            """
            const editor = document.querySelector('cardloom-editor');
            window.seen = [];
            const heard = editor.heard.bind(editor);
            editor.heard = (json) => {
              heard(json);
              const last = /bench (\\d+)/.exec(json);
              if (last) editor.updateComplete.then(() => {
                while (window.seen.length <= Number(last[1])) window.seen.push(Date.now());
              });
            };
            """;
}
