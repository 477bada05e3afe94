package io.cardloom.designer.pack;

import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.feature.Features;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The door of the packs. A pack is offered to the designs of a product where it is on and where the
 * product has what it needs: drawings need {@link Feature#DOODLES}, filters {@link
 * Feature#FILTERS}. What is put on a card is an ordinary layer and stays when the pack goes.
 */
@Component
public class Packs {

    /** Packs that an issuer may add. */
    public static final int MOST = 50;

    /** SVG files that may be handed in for one pack. */
    public static final int MOST_FILES = PackJson.MOST_ENTRIES;

    /** Bytes of a pack's JSON file at most; of an SVG file a fifth of it. */
    public static final int MOST_BYTES = PackJson.MOST_BYTES;

    private final TenantWork work;
    private final PackRepository rows;
    private final ShippedPacks shipped;
    private final Features features;
    private final Programs programs;
    private final AuditTrail trail;
    private final Clock clock;

    Packs(
            TenantWork work,
            PackRepository rows,
            ShippedPacks shipped,
            Features features,
            Programs programs,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.shipped = shipped;
        this.features = features;
        this.programs = programs;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The packs that this product's designs are offered, shipped ones first; needs {@code
     * VIEW_DESIGN}.
     *
     * @throws Refusal not found for a program that the actor takes no part in
     */
    public List<Pack> offered(Actor actor, ProgramId program) {
        Set<Feature> on = features.on(actor, program);
        return work.read(
                actor.tenant(),
                () -> {
                    Map<String, Boolean> switched = rows.switched(actor.tenant(), program);
                    return packs(actor.tenant())
                            .filter(pack -> on.contains(pack.content().feature()))
                            .filter(pack -> isOn(pack, switched))
                            .toList();
                });
    }

    /**
     * One of {@link #offered}.
     *
     * @throws Refusal not found also for a pack that is not on for the product
     */
    public Pack offered(Actor actor, ProgramId program, PackId pack) {
        return offered(actor, program).stream()
                .filter(one -> one.id().equals(pack))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("pack"));
    }

    /** All packs, shipped ones first; needs {@code ADMINISTER}. */
    public List<Pack> all(Actor actor) {
        actor.require(Permission.ADMINISTER);
        return work.read(actor.tenant(), () -> packs(actor.tenant()).toList());
    }

    /**
     * The programs that have a pack on; needs {@code ADMINISTER}.
     *
     * @throws Refusal not found
     */
    public Set<ProgramId> on(Actor actor, PackId id) {
        actor.require(Permission.ADMINISTER);
        return work.read(
                actor.tenant(),
                () -> {
                    Pack pack = get(actor.tenant(), id);
                    return programs.list(actor).stream()
                            .map(Program::id)
                            .filter(one -> isOn(pack, rows.switched(actor.tenant(), one)))
                            .collect(Collectors.toUnmodifiableSet());
                });
    }

    /**
     * Switches a pack on for these programs and off for all others; needs {@code ADMINISTER}.
     *
     * @throws Refusal not found for a pack or program that is not the actor's
     */
    public void switchOn(Actor actor, PackId id, Set<ProgramId> wanted) {
        actor.require(Permission.ADMINISTER);
        TenantId tenant = actor.tenant();
        work.run(
                tenant,
                () -> {
                    Pack pack = get(tenant, id);
                    wanted.forEach(program -> programs.get(actor, program));
                    if (on(actor, id).equals(wanted)) {
                        return;
                    }
                    rows.forget(tenant, id);
                    Set<ProgramId> all =
                            programs.list(actor).stream()
                                    .map(Program::id)
                                    .collect(Collectors.toSet());
                    for (ProgramId program : all) {
                        boolean on = wanted.contains(program);
                        if (on != pack.shipped()) {
                            rows.add(tenant, new ProgramPackRow(program, id, on));
                        }
                    }
                    record(
                            actor,
                            "pack.switched",
                            pack,
                            Map.of(
                                    "programs",
                                    wanted.isEmpty()
                                            ? "none"
                                            : wanted.stream()
                                                    .map(ProgramId::value)
                                                    .sorted()
                                                    .collect(Collectors.joining(" "))));
                });
    }

    /**
     * Adds an issuer's own pack from a JSON file, off for every program; needs {@code ADMINISTER}.
     *
     * @param name 1 to 80 characters; empty for the file's own
     * @throws Refusal {@code PACK_TOO_LARGE}, {@code PACK_NOT_JSON}, {@code PACK_FORM} with the
     *     place, {@code PACK_NAME}, {@code PACKS_TOO_MANY}; sending it again does not help
     */
    public Pack add(Actor actor, String name, byte[] json) {
        actor.require(Permission.ADMINISTER);
        PackJson.Named named = PackJson.read(json);
        return add(actor, name.isBlank() ? named.name() : name, named.content());
    }

    /**
     * Adds an issuer's own pack of drawings from SVG files, one each, in their order; needs {@code
     * ADMINISTER}. Only paths are taken; a file in which anything else would be seen is refused.
     *
     * @param name 1 to 80 characters
     * @throws Refusal {@code PACK_FILES} unless 1 to {@link #MOST_FILES} files, {@code
     *     PACK_DRAWING_SIZE}, {@code PACK_DRAWING_DAMAGED}, {@code PACK_DRAWING_EMPTY}, {@code
     *     PACK_DRAWING_NOT_TAKEN} with a list of what, {@code PACK_NAME}, {@code PACKS_TOO_MANY}
     */
    public Pack addDrawings(Actor actor, String name, List<DrawingFile> files) {
        actor.require(Permission.ADMINISTER);
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw Refusal.invalid(
                    "PACK_FILES",
                    "Hand in one JSON file of a pack, or 1 to " + MOST_FILES + " SVG files.");
        }
        return add(
                actor, name, new PackContent.Doodles(files.stream().map(SvgDoodle::read).toList()));
    }

    private Pack add(Actor actor, String name, PackContent content) {
        String called = PackBounds.name(name);
        TenantId tenant = actor.tenant();
        return work.call(
                tenant,
                () -> {
                    if (rows.count(tenant) >= MOST) {
                        throw Refusal.conflict(
                                "PACKS_TOO_MANY",
                                "An issuer may have "
                                        + MOST
                                        + " packs of its own; remove one before adding one.");
                    }
                    Pack pack = new Pack(PackId.next(clock), called, false, content);
                    PackRow row = new PackRow();
                    row.id = pack.id().value();
                    row.content = bounded(pack.json());
                    row.addedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    row.addedBy = actor.name();
                    rows.add(tenant, row);
                    record(
                            actor,
                            "pack.added",
                            pack,
                            Map.of("entries", Integer.toString(content.size())));
                    return pack;
                });
    }

    /** What is stored is read by the same bounds as what is handed in. */
    private static String bounded(String json) {
        if (json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.invalid(
                    "PACK_TOO_LARGE",
                    "The drawings of a pack may have 1 MB together; make two packs of them.");
        }
        return json;
    }

    /**
     * Removes an issuer's own pack; needs {@code ADMINISTER}. Cards keep what was put on them.
     *
     * @throws Refusal not found; {@code PACK_SHIPPED}: switch that one off instead
     */
    public void remove(Actor actor, PackId id) {
        actor.require(Permission.ADMINISTER);
        work.run(
                actor.tenant(),
                () -> {
                    Pack pack = get(actor.tenant(), id);
                    if (pack.shipped()) {
                        throw Refusal.conflict(
                                "PACK_SHIPPED",
                                "This pack came with Cardloom and cannot be removed; switch it off"
                                        + " for the programs instead.");
                    }
                    rows.remove(actor.tenant(), id);
                    record(actor, "pack.removed", pack, Map.of());
                });
    }

    private void record(Actor actor, String action, Pack pack, Map<String, String> more) {
        Map<String, String> details = new java.util.HashMap<>(more);
        details.put("name", pack.name());
        trail.record(actor, new AuditEntry(action, pack.id().value(), null, details));
    }

    private static boolean isOn(Pack pack, Map<String, Boolean> switched) {
        return switched.getOrDefault(pack.id().value(), pack.shipped());
    }

    private Pack get(TenantId tenant, PackId id) {
        return shipped.find(id)
                .or(() -> rows.find(tenant, id).map(Packs::pack))
                .orElseThrow(() -> Refusal.notFound("pack"));
    }

    private Stream<Pack> packs(TenantId tenant) {
        return Stream.concat(shipped.all().stream(), rows.all(tenant).stream().map(Packs::pack));
    }

    private static Pack pack(PackRow row) {
        PackJson.Named named = PackJson.read(row.content.getBytes(StandardCharsets.UTF_8));
        return new Pack(new PackId(row.id), named.name(), false, named.content());
    }
}
