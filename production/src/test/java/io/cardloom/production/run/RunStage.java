package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.ScheduleId;
import io.cardloom.production.order.OrderStage;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.schedule.ProductionSchedules;
import io.cardloom.production.schedule.Timing;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.program.ProductKind;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;

/** An issuer with a partner, a bureau, a device and people, and the props for its runs. */
public final class RunStage {

    final Tenants tenants;
    final Organizations organizations;
    final Programs programs;
    final Destinations destinations;
    final OrderStage orders;
    final ProductionSchedules schedules;
    final ProductionRuns runs;
    final Clock clock;
    final Path folder;

    RunStage(
            Tenants tenants,
            Organizations organizations,
            Programs programs,
            Destinations destinations,
            OrderStage orders,
            ProductionSchedules schedules,
            ProductionRuns runs,
            Clock clock,
            @Value("${cardloom.data.folder}") Path folder) {
        this.tenants = tenants;
        this.organizations = organizations;
        this.programs = programs;
        this.destinations = destinations;
        this.orders = orders;
        this.schedules = schedules;
        this.runs = runs;
        this.clock = clock;
        this.folder = folder;
    }

    public Clock clock() {
        return clock;
    }

    /** One issuer's world. */
    public record World(
            TenantId tenant,
            OrganizationId issuer,
            OrganizationId bureau,
            ProgramId program,
            Actor administrator,
            Actor approver,
            Actor operator,
            Actor bureauOperator,
            DestinationId toBureau,
            DestinationId toDevice,
            Path bureauFolder,
            Path deviceFolder) {}

    public World world() {
        String name = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        TenantId tenant = tenants.found("Issuer " + name, "slate");
        OrganizationId issuer = organizations.issuer(tenant);
        Actor administrator = person(tenant, issuer, "Ada", Role.ADMINISTRATOR);
        OrganizationId partner =
                organizations.add(administrator, OrganizationKind.PARTNER, "Partner " + name);
        OrganizationId bureau =
                organizations.add(administrator, OrganizationKind.BUREAU, "Bureau " + name);
        ProgramId program =
                programs.create(administrator, "Program " + name, partner, ProductKind.BRAND);
        Path bureauFolder = made("bureau-" + name);
        Path deviceFolder = made("device-" + name);
        Destination toBureau =
                destination(
                        administrator,
                        "The bureau",
                        Channel.BUREAU,
                        FolderBureau.DRIVER,
                        Optional.of(bureau),
                        bureauFolder);
        Destination toDevice =
                destination(
                        administrator,
                        "The device",
                        Channel.DEVICE,
                        JournalDevice.DRIVER,
                        Optional.empty(),
                        deviceFolder);
        return new World(
                tenant,
                issuer,
                bureau,
                program,
                administrator,
                person(tenant, issuer, "Anton", Role.APPROVER),
                person(tenant, issuer, "Olga", Role.PRODUCTION_OPERATOR),
                person(tenant, bureau, "Bruno", Role.BUREAU_OPERATOR),
                toBureau.id(),
                toDevice.id(),
                bureauFolder,
                deviceFolder);
    }

    public Actor person(TenantId tenant, OrganizationId organization, String name, Role role) {
        return new Actor(tenant, PersonId.next(clock), organization, name, Set.of(role));
    }

    Path made(String name) {
        try {
            return Files.createDirectories(folder.resolve("outside").resolve(name))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Destination destination(
            Actor administrator,
            String name,
            Channel channel,
            String driver,
            Optional<OrganizationId> bureau,
            Path folder) {
        return destinations.configure(
                administrator,
                new Destination(
                        DestinationId.next(clock),
                        name,
                        channel,
                        driver,
                        bureau.orElse(null),
                        Map.of("folder", folder.toString())));
    }

    public CardOrderId order(World world, int cards) {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        return orders.placed(
                world.tenant(), world.program(), HexFormat.of().formatHex(digest), cards);
    }

    /** A schedule that the tests fire themselves: its own time is far away. */
    public ScheduleId schedule(World world, CardOrderId order, DestinationId to) {
        return schedules.schedule(
                world.approver(),
                order,
                to,
                new Timing.Once(clock.instant().plus(Duration.ofDays(3650))));
    }

    PlannedRun plan(World world, CardOrderId order, DestinationId to, int atMost) {
        return new PlannedRun(
                schedule(world, order, to),
                "once",
                Instant.parse("2027-01-31T06:30:00Z"),
                order,
                to,
                atMost);
    }

    /** A run of the whole order at the device. */
    public PlannedRun plan(World world, CardOrderId order) {
        return plan(world, order, world.toDevice(), Integer.MAX_VALUE);
    }

    RunId planned(World world, DestinationId to, int cards) {
        return runs.plan(world.tenant(), plan(world, order(world, cards), to, cards)).orElseThrow();
    }

    RunId released(World world, DestinationId to, int cards, int stock) {
        RunId run = planned(world, to, cards);
        runs.release(world.operator(), run, stock);
        return run;
    }

    /** Advances until the run rests, at most ten seconds. */
    public ProductionRun rested(World world, RunId run) throws InterruptedException {
        Instant end = clock.instant().plusSeconds(10);
        while (runs.advance(world.tenant(), run).isPresent()) {
            if (clock.instant().isAfter(end)) {
                throw new AssertionError("the run does not come to rest");
            }
            Thread.sleep(5);
        }
        return runs.get(world.operator(), run);
    }

    /** Advances until the run is in this state, at most ten seconds. */
    ProductionRun reached(World world, RunId run, RunState state) throws InterruptedException {
        Instant end = clock.instant().plusSeconds(10);
        while (runs.get(world.operator(), run).state() != state) {
            if (clock.instant().isAfter(end)) {
                throw new AssertionError("the run does not reach " + state);
            }
            runs.advance(world.tenant(), run);
            Thread.sleep(5);
        }
        return runs.get(world.operator(), run);
    }

    /** The bureau answers: the cards with these numbers are spoiled. */
    void acknowledge(World world, ProductionRun run, List<Integer> spoiled) throws IOException {
        int good = run.cards() - spoiled.size();
        say(
                world,
                run,
                "good=%d\nspoiled=%d\nleft=%d\nnumbers=%s\n"
                        .formatted(
                                good,
                                spoiled.size(),
                                run.stock() - good - spoiled.size(),
                                String.join(",", spoiled.stream().map(String::valueOf).toList())));
    }

    void say(World world, ProductionRun run, String text) throws IOException {
        Path part = Files.createTempFile(world.bureauFolder(), "ack", ".tmp");
        Files.writeString(part, text);
        Files.move(
                part,
                world.bureauFolder().resolve(run.packageName() + ".ack"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    void script(World world, String... lines) throws IOException {
        Files.write(world.deviceFolder().resolve("script"), List.of(lines));
    }

    public List<String> journal(Path folder) throws IOException {
        Path journal = folder.resolve("journal");
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }
}
