package io.cardloom.portal.audit;

import com.vaadin.flow.server.streams.DownloadResponse;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The whole trail as a file to take away. */
final class AuditExport {

    private AuditExport() {}

    /** Written to a temporary file first, so that a trail of any length fits. */
    static DownloadResponse of(AuditTrail trail, Actor actor) throws IOException {
        Path file = Files.createTempFile("cardloom-audit", ".jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            trail.export(actor, out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        long bytes = Files.size(file);
        InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        return new DownloadResponse(content, "audit.jsonl", "application/x-ndjson", bytes);
    }
}
