package io.cardloom.portal.demo;

import io.cardloom.connectors.simulator.EmbeddedBureau;
import io.cardloom.connectors.simulator.ReceivedPackage;
import io.cardloom.connectors.simulator.SimulatedEncoder;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.preflight.PreflightReport;
import io.cardloom.designer.preflight.Severity;
import io.cardloom.designer.proof.Proof;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.PlacedOrder;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * One card series from two people's design to two sealed and counted runs, each step with its
 * evidence. Whatever is not as it should be is an exception, and the line stops.
 */
@Component
@Profile({"line", "bench"})
class Line {

    private final World world;
    private final Series series;
    private final Assets assets;
    private final EmbeddedBureau bureau;
    private final SimulatedEncoder encoder;
    private final AuditTrail trail;
    private final Clock clock;
    private final Path folder;

    Line(
            World world,
            Series series,
            Assets assets,
            EmbeddedBureau bureau,
            SimulatedEncoder encoder,
            AuditTrail trail,
            Clock clock,
            @Value("${cardloom.data.folder:data}") Path folder) {
        this.world = world;
        this.series = series;
        this.assets = assets;
        this.bureau = bureau;
        this.encoder = encoder;
        this.trail = trail;
        this.clock = clock;
        this.folder = folder;
    }

    /**
     * Drives the line.
     *
     * @param cards that go to the bureau
     * @param encoded that are written on the desk encoder
     */
    void drive(int cards, int encoded, Telling telling) {
        Cast cast = found(telling);
        DesignId design = design(cast, telling);
        DesignRevision revision = freeze(cast, design, telling);
        approve(cast, revision, telling);
        IssuerDesk desk = IssuerDesk.open("Nordlys Bank", clock);
        series.register(cast, desk);
        CardOrder first = order(cast, desk, revision, "Summit, first series", cards, 1, telling);
        ProductionRun sent = toBureau(cast, first, telling);
        CardOrder second = order(cast, desk, revision, "Summit, desk series", encoded, 2, telling);
        ProductionRun written = toEncoder(cast, second, telling);
        tell(cast, revision, List.of(sent, written), telling);
    }

    private Cast found(Telling telling) {
        telling.step("Tenancy");
        Cast cast = world.nordlys();
        Cast other = world.meridiana();
        telling.fact("issuers", "Nordlys Bank, Banca Meridiana");
        telling.fact("partners", cast.marketers().size() + other.marketers().size());
        telling.fact("card bodies", cast.bodies().size());
        return cast;
    }

    private DesignId design(Cast cast, Telling telling) {
        telling.step("Design and upload");
        telling.fact(
                "a hostile drawing",
                refused(
                        () ->
                                assets.upload(
                                        cast.designer(),
                                        "bomb.svg",
                                        new ByteArrayInputStream(HOSTILE))));
        DesignId design = series.design(cast, 0, 0, DemoDesign.FJELL);
        telling.fact("design", design.value());
        telling.fact(
                "edited by", cast.designer().name() + ", " + cast.marketers().getFirst().name());
        return design;
    }

    private DesignRevision freeze(Cast cast, DesignId design, Telling telling) {
        telling.step("Freeze, preflight, proof");
        DesignRevision revision = series.freeze(cast, design);
        telling.fact("digest", revision.digest().hex64());
        PreflightReport report = series.judge(cast, revision.digest());
        telling.fact("errors", report.count(Severity.ERROR));
        telling.fact("warnings", report.count(Severity.WARNING));
        report.findings().forEach(f -> telling.fact(f.rule(), f.message()));
        Proof proof = series.prove(cast, revision.digest());
        telling.fact("proof", proof.id().value());
        telling.fact("proof.pdf", proof.pdf().bytes() + " bytes, SHA-256 " + proof.pdf().sha256());
        return revision;
    }

    private void approve(Cast cast, DesignRevision revision, Telling telling) {
        telling.step("Approval");
        IssuerDesk stranger = IssuerDesk.open("Nobody", clock);
        telling.fact(
                "an order before approval",
                refused(() -> series.order(cast, stranger, revision.digest(), "Too early", 1, 9)));
        series.review(cast, revision.digest());
        series.approve(cast, 0, revision.digest());
        telling.fact(
                "approved by",
                cast.marketers().getFirst().name() + " and " + cast.approver().name());
    }

    private CardOrder order(
            Cast cast,
            IssuerDesk desk,
            DesignRevision revision,
            String name,
            int cards,
            long seed,
            Telling telling) {
        telling.step("Order: " + name);
        PlacedOrder placed = series.order(cast, desk, revision.digest(), name, cards, seed);
        if (placed.report().accepted() != cards) {
            throw new IllegalStateException("rows refused: " + placed.report().errors());
        }
        telling.fact("order", placed.order().id().value());
        telling.fact("rows accepted", placed.report().accepted());
        telling.fact("names written otherwise on the stripe", placed.report().noticeCount());
        return placed.order();
    }

    private ProductionRun toBureau(Cast cast, CardOrder order, Telling telling) {
        telling.step("Run to the bureau");
        ProductionRun done = make(cast, order, true, telling);
        ReceivedPackage received =
                bureau.received(cast.operator()).stream()
                        .filter(p -> p.name().equals(done.packageName()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the bureau knows no such package"));
        telling.fact("package", received.name());
        telling.fact("files inside", String.join(", ", received.files()));
        telling.fact("sealed", received.bytes() + " bytes, SHA-256 " + received.sha256());
        telling.fact("digest as the bureau read it", received.digest());
        return close(cast, order, done, telling);
    }

    private ProductionRun toEncoder(Cast cast, CardOrder order, Telling telling) {
        telling.step("Run on the desk encoder");
        encoder.problem()
                .ifPresent(
                        problem -> {
                            throw new IllegalStateException(problem);
                        });
        int before = encoder.written().size();
        ProductionRun done = make(cast, order, false, telling);
        int written = encoder.written().size() - before;
        telling.fact("cards physically written", written);
        if (written != done.good() + done.spoiled()) {
            throw new IllegalStateException("the encoder's journal and the run do not agree");
        }
        return close(cast, order, done, telling);
    }

    private ProductionRun make(Cast cast, CardOrder order, boolean toBureau, Telling telling) {
        ProductionRun planned =
                series.plan(
                        cast,
                        order,
                        toBureau ? cast.bureauDestination() : cast.encoderDestination());
        telling.fact("run", planned.id().value());
        int stock = order.cards() + 2;
        ProductionRun released = series.release(cast, planned, stock);
        telling.fact("released by", String.valueOf(released.releasedBy()));
        telling.fact("stock counted out", stock);
        ProductionRun done = series.rest(cast, released, Duration.ofMinutes(10), telling::progress);
        telling.fact("good", done.good());
        telling.fact("spoiled", done.spoiled());
        telling.fact("in doubt", done.unknown());
        return done;
    }

    private ProductionRun close(Cast cast, CardOrder order, ProductionRun run, Telling telling) {
        int left = run.stock() - run.good() - run.spoiled() - run.destroyed();
        telling.fact(
                "a count that is off by one", refused(() -> series.reconcile(cast, run, left + 1)));
        ProductionRun closed = series.reconcile(cast, run, left);
        if (closed.good() != order.cards()) {
            throw new IllegalStateException("cards are missing: " + closed.good());
        }
        telling.fact(
                "reconciled",
                closed.stock()
                        + " = "
                        + closed.good()
                        + " good + "
                        + (closed.spoiled() + closed.destroyed())
                        + " spoiled + "
                        + closed.left()
                        + " left");
        return closed;
    }

    private void tell(
            Cast cast, DesignRevision revision, List<ProductionRun> closed, Telling telling) {
        telling.step("Audit");
        List<AuditRecord> story = trail.story(cast.auditor(), revision.digest().hex64());
        telling.fact("runs closed", closed.size());
        telling.fact("entries about the digest", story.size());
        Path export = folder.resolve("audit-" + cast.tenant().value() + ".jsonl");
        try (OutputStream out = Files.newOutputStream(export)) {
            trail.export(cast.auditor(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        telling.fact("export", export.toAbsolutePath());
        telling.fact("signing key", trail.keyFingerprint());
    }

    private static String refused(Supplier<?> attempt) {
        try {
            Object done = attempt.get();
            throw new IllegalStateException("was not refused: " + done);
        } catch (Refusal refusal) {
            return "refused, " + refusal.code();
        }
    }

    private static final byte[] HOSTILE =
            ("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                            + "<svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>")
                    .getBytes(StandardCharsets.UTF_8);
}
