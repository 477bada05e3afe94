package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A designer takes a design away in every form that is offered. */
@DemoPortal
class DownloadsIT {

    @LocalServerPort int port;
    @Autowired AuditTrail trail;

    @Test
    void everyLinkGivesAFileOfItsKind() {
        try (Browser ingrid =
                Browser.open("http://localhost:" + port)
                        .signIn("ingrid@nordlys.example", "a demo, no secret")) {
            ingrid.go("designs");
            ingrid.see(By.cssSelector("main a[href^='designs/dsn_']"));
            String path =
                    (String)
                            ingrid.script(
                                    "return document.querySelector(\"main"
                                            + " a[href^='designs/dsn_']\").getAttribute('href')");
            ingrid.go(path);
            ingrid.press("Download");
            ingrid.read("For the press");
            ingrid.picture("downloads");
            List<?> answers = (List<?>) ingrid.script(FETCH);
            assertThat(answers).hasSizeGreaterThan(14);
            for (Object each : answers) {
                Map<?, ?> answer = (Map<?, ?>) each;
                assertThat(answer.get("status")).as(answer.toString()).isEqualTo(200L);
                assertThat((Long) answer.get("bytes")).as(answer.toString()).isGreaterThan(100);
                assertThat((String) answer.get("name")).contains("attachment");
            }
            assertThat(answers.toString())
                    .contains("application/pdf", "image/openraster", "image/svg+xml", "image/tiff");
        }
    }

    private static final String FETCH =
            """
            const answers = [];
            for (const link of document.querySelectorAll('vaadin-dialog a[download], vaadin-dialog-overlay a[download], .cl-downloads a[download]')) {
              const request = new XMLHttpRequest();
              request.open('GET', link.href, false);
              request.overrideMimeType('text/plain; charset=x-user-defined');
              request.send();
              answers.push({ label: link.getAttribute('aria-label'), status: request.status, bytes: request.responseText.length,
                type: request.getResponseHeader('content-type'), name: request.getResponseHeader('content-disposition') });
            }
            return answers;
            """;
}
