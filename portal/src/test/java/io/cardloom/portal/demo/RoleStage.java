package io.cardloom.portal.demo;

import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.intake.Intake;
import io.cardloom.production.intake.IntakeProgress;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.ListUpload;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.reconciliation.Reconciliations;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.schedule.ProductionSchedules;
import io.cardloom.production.schedule.Timing;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.identity.Member;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people do at the doors of a process of one role, as its pages would. */
@Component
@Profile("roles")
class RoleStage {

    private final ObjectProvider<World> world;
    private final ObjectProvider<Series> series;
    private final ObjectProvider<KeyDriver> drivers;
    private final Tenants tenants;
    private final Memberships memberships;
    private final ListForms forms;
    private final CardOrders orders;
    private final Intake intake;
    private final ProductionSchedules schedules;
    private final ProductionRuns runs;
    private final Reconciliations reconciliations;
    private final Destinations destinations;
    private final TransportCertificates certificates;
    private final TransportKeys transport;
    private final AccountVault vault;
    private final Clock clock;

    RoleStage(
            ObjectProvider<World> world,
            ObjectProvider<Series> series,
            ObjectProvider<KeyDriver> drivers,
            Tenants tenants,
            Memberships memberships,
            ListForms forms,
            CardOrders orders,
            Intake intake,
            ProductionSchedules schedules,
            ProductionRuns runs,
            Reconciliations reconciliations,
            Destinations destinations,
            TransportCertificates certificates,
            TransportKeys transport,
            AccountVault vault,
            Clock clock) {
        this.world = world;
        this.series = series;
        this.drivers = drivers;
        this.tenants = tenants;
        this.memberships = memberships;
        this.forms = forms;
        this.orders = orders;
        this.intake = intake;
        this.schedules = schedules;
        this.runs = runs;
        this.reconciliations = reconciliations;
        this.destinations = destinations;
        this.certificates = certificates;
        this.transport = transport;
        this.vault = vault;
        this.clock = clock;
    }

    String done(String[] words) throws Exception {
        return switch (words[1].toLowerCase(Locale.ROOT)) {
            case "found" -> found();
            case "keys" -> keys(words[2]);
            case "plain" -> plain(words[2], Path.of(words[3]));
            case "sealed" -> sealed(words[2], Path.of(words[3]));
            case "progress" -> progress(new CardOrderId(words[2]));
            case "order" -> order(new CardOrderId(words[2]));
            case "accounts" -> accounts(new CardOrderId(words[2]), Integer.parseInt(words[3]));
            case "plan" -> plan(new CardOrderId(words[2]));
            case "runs" -> runs(new CardOrderId(words[2]));
            case "release" -> release(new RunId(words[2]));
            case "count" -> count(new RunId(words[2]));
            case "purged" -> purged(new RunId(words[2]));
            default -> throw new IllegalArgumentException("no such command: " + words[1]);
        };
    }

    /** The demo's first issuer with an approved design, which takes plain lists too. */
    private String found() {
        Cast cast = world.getObject().nordlys();
        Series steps = series.getObject();
        DesignRevision revision = steps.freeze(cast, steps.design(cast, 0, 0, DemoDesign.FJELL));
        steps.judge(cast, revision.digest());
        steps.prove(cast, revision.digest());
        steps.review(cast, revision.digest());
        steps.approve(cast, 0, revision.digest());
        forms.save(
                cast.administrator(),
                cast.programs().getFirst(),
                0,
                new ListForm(
                        ListForm.STANDARD.file(),
                        ListForm.STANDARD.sources(),
                        Set.of(),
                        ListForm.STANDARD.expiry(),
                        false,
                        BadRows.LEAVE_OUT,
                        true));
        return revision.digest().hex64();
    }

    /** What this process can open: its drivers, and what each attempt is refused with. */
    private String keys(String order) {
        TenantId tenant = tenant();
        CardOrderId id = new CardOrderId(order);
        return "drivers="
                + drivers.stream().count()
                + " vault="
                + code(() -> vault.open(tenant, id, List.of(1)))
                + " intake="
                + code(() -> transport.intake(tenant))
                + " place="
                + code(() -> orders.place(actor("henrik"), digest(id), "At once", nothing()));
    }

    private static ListUpload nothing() {
        return ListUpload.sealed(InputStream.nullInputStream());
    }

    private Digest digest(CardOrderId order) {
        return orders.get(actor("henrik"), order).digest();
    }

    private static String code(Runnable attempt) {
        try {
            attempt.run();
            return "opened";
        } catch (Refusal e) {
            return e.code();
        }
    }

    private String plain(String digest, Path list) throws IOException {
        try (InputStream in = Files.newInputStream(list)) {
            return orders.begin(
                            actor("henrik"), new Digest(digest), "By hand", ListUpload.plain(in))
                    .value();
        }
    }

    private String sealed(String digest, Path list) throws IOException {
        IssuerDesk desk = IssuerDesk.open("Nordlys Bank", clock);
        certificates.registerIssuerCertificate(actor("kari"), desk.certificatePem());
        byte[] cms =
                desk.seal(
                        Files.readAllBytes(list), certificates.intakeCertificate(actor("henrik")));
        return orders.begin(
                        actor("henrik"),
                        new Digest(digest),
                        "By CMS",
                        ListUpload.sealed(new ByteArrayInputStream(cms)))
                .value();
    }

    private String progress(CardOrderId order) {
        return intake.progress(actor("henrik"), order)
                .map(IntakeProgress::rows)
                .map(String::valueOf)
                .orElse("none");
    }

    private String order(CardOrderId id) {
        CardOrder order = orders.get(actor("henrik"), id);
        IntakeReport report = orders.report(actor("henrik"), id);
        return order.state()
                + " "
                + report.accepted()
                + report.errors().stream()
                        .map(e -> " " + e.line() + ":" + e.column() + ":" + e.code())
                        .collect(Collectors.joining());
    }

    /** How many accounts the order has, and the hash of them in order. */
    private String accounts(CardOrderId order, int cards) throws Exception {
        TreeSet<String> all = new TreeSet<>();
        List<Integer> numbers = IntStream.rangeClosed(1, cards).boxed().toList();
        for (AccountRecord record : vault.open(tenant(), order, numbers).values()) {
            all.add(record.pan().digits());
        }
        return all.size() + " " + hash(all);
    }

    /** Of distinct account numbers, in order. */
    static String hash(Set<String> sorted) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(String.join("\n", sorted).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(sha.digest());
    }

    private String plan(CardOrderId order) {
        return schedules
                .schedule(
                        actor("henrik"),
                        order,
                        destinations.list(actor("anders")).stream()
                                .filter(d -> d.driver().equals("sftp"))
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        new Timing.Once(clock.instant()))
                .value();
    }

    private String runs(CardOrderId order) {
        return runs.ofOrder(actor("marit"), order).stream()
                .map(r -> r.id() + "=" + r.state())
                .collect(Collectors.joining(","));
    }

    private String release(RunId run) {
        ProductionRun planned = runs.get(actor("marit"), run);
        return runs.release(actor("marit"), run, planned.cards() + 1).state().name();
    }

    private String count(RunId run) {
        ProductionRun made = runs.get(actor("marit"), run);
        return runs.reconcile(actor("marit"), run, made.stock() - made.good() - made.spoiled())
                .state()
                .name();
    }

    private String purged(RunId run) {
        return reconciliations
                .find(actor("solveig"), run)
                .map(r -> r.purgedRecords() + " " + r.purgedKey())
                .orElseThrow();
    }

    private TenantId tenant() {
        return tenants.all().stream().map(Issuer::id).findFirst().orElseThrow();
    }

    private Actor actor(String name) {
        Member member =
                memberships.members(Actor.system(tenant(), "Roles")).stream()
                        .filter(m -> m.person().email().startsWith(name + "@"))
                        .findFirst()
                        .orElseThrow();
        return memberships.actor(member.person().id(), member.id());
    }
}
