package io.cardloom.production.intake.form;

import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The door to how the programs' lists are written; every version is kept. */
@Component
public class ListForms {

    /** What carriers.csv and pin-mailers.csv call their own columns, beside those of lists. */
    private static final Set<String> FILE_COLUMNS =
            Set.of(
                    "number",
                    "record_id",
                    "name",
                    "masked_pan",
                    "pin_block_format",
                    "pin_block",
                    "key_check_value");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_VERSIONS = 100;

    private final ListFormRepository rows;
    private final StripeFormats stripes;
    private final Programs programs;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    ListForms(
            ListFormRepository rows,
            StripeFormats stripes,
            Programs programs,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.stripes = stripes;
        this.programs = programs;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** The form by which a program's lists are read; the standard one when nobody saved another. */
    public ListForm inForce(TenantId tenant, ProgramId program) {
        return newest(tenant, program).form();
    }

    /** Which tracks a program's lists bring whole, and its forms have to name. */
    public SuppliedTracks tracks(TenantId tenant, ProgramId program) {
        return stripes.find(tenant, program).supplied();
    }

    /**
     * The form in force.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to administer or to place
     *     orders; {@code NOT_FOUND} for a program that is not the actor's
     */
    public ListFormVersion current(Actor actor, ProgramId program) {
        return newest(actor.tenant(), seen(actor, program));
    }

    /** The versions of a program, newest first, at most 100; refused as {@link #current}. */
    public List<ListFormVersion> versions(Actor actor, ProgramId program) {
        seen(actor, program);
        return work
                .read(actor.tenant(), () -> rows.newest(actor.tenant(), program, MOST_VERSIONS))
                .stream()
                .map(ListForms::told)
                .toList();
    }

    /**
     * Saves a new version, which is in force at once; lists that are being taken in go on with
     * theirs.
     *
     * @param after number of the version that the form was made from
     * @throws Refusal {@code PERMISSION_MISSING} without the right to administer; {@code NOT_FOUND}
     *     for a program that is not the actor's; {@code LIST_CUSTOM} for a field of her own with
     *     the name of a column of our files; {@code LIST_TRACKS} when it names other tracks than
     *     those that come with the program's lists; {@code LIST_FORM_MOVED} (conflict) when
     *     somebody saved another one meanwhile
     */
    public ListFormVersion save(Actor actor, ProgramId program, int after, ListForm form) {
        actor.require(Permission.ADMINISTER);
        programs.get(actor, program);
        form.custom().keySet().forEach(ListForms::requireFree);
        TenantId tenant = actor.tenant();
        requireTracks(form, tracks(tenant, program));
        try {
            return work.call(
                    tenant,
                    () -> {
                        if (newest(tenant, program).number() != after) {
                            throw moved();
                        }
                        ListFormRow row =
                                new ListFormRow(
                                        Identifier.next("lfm", clock),
                                        tenant.value(),
                                        program.value(),
                                        after + 1,
                                        JSON.writeValueAsString(form),
                                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                                        actor.name());
                        rows.add(tenant, row);
                        audit.record(
                                actor,
                                new AuditEntry(
                                        "listform.saved",
                                        program.value(),
                                        null,
                                        Map.of(
                                                "version", Integer.toString(after + 1),
                                                "form", form.file().words(),
                                                "badRows", form.badRows().words(),
                                                "plain", Boolean.toString(form.plainUpload()))));
                        return told(row);
                    });
        } catch (DataIntegrityViolationException e) {
            throw moved();
        }
    }

    private static void requireTracks(ListForm form, SuppliedTracks wanted) {
        for (ListColumn column : ListColumn.values()) {
            boolean named = form.column(column).isPresent();
            if (column.isTrack() && named != wanted.has(column.track())) {
                throw Refusal.invalid(
                        "LIST_TRACKS",
                        named
                                ? column.words()
                                        + " does not come with this program's lists. An"
                                        + " administrator says so on the page Stripes."
                                : column.words()
                                        + " comes with this program's lists. Say in which column.");
            }
        }
    }

    private static void requireFree(String field) {
        if (FILE_COLUMNS.contains(field)) {
            throw Refusal.invalid(
                    "LIST_CUSTOM",
                    "The files of a run have a column named %s already; give your field another name."
                            .formatted(field));
        }
    }

    /**
     * Reads the first rows of an issuer's own list, so that it can say what its columns are.
     * Nothing is stored; account numbers are masked before this returns, and of tracks, which are
     * taken where they come with the program's lists, nothing is left but their kind and length.
     *
     * @param content at most 16 MiB are read; the caller closes it
     * @throws Refusal {@code PERMISSION_MISSING} without the right to administer; {@code
     *     NOT_FOUND}; {@code LIST_SAMPLE} when it cannot be read in this form; {@code
     *     INTAKE_FORBIDDEN_DATA} when it holds PINs, verification values or tracks
     */
    public ListSample sample(Actor actor, ProgramId program, FileForm form, InputStream content) {
        actor.require(Permission.ADMINISTER);
        programs.get(actor, program);
        return SampleReading.read(form, tracks(actor.tenant(), program), content);
    }

    /** What would be printed and encoded of a sample's rows by this form. */
    public ListPreview preview(Actor actor, ProgramId program, ListForm form, ListSample sample) {
        actor.require(Permission.ADMINISTER);
        programs.get(actor, program);
        return SampleReading.preview(
                form, tracks(actor.tenant(), program), sample, YearMonth.now(clock));
    }

    private ProgramId seen(Actor actor, ProgramId program) {
        if (!actor.may(Permission.ADMINISTER)) {
            actor.require(Permission.PLACE_ORDER);
        }
        return programs.get(actor, program).id();
    }

    private ListFormVersion newest(TenantId tenant, ProgramId program) {
        return work.read(tenant, () -> rows.newest(tenant, program, 1)).stream()
                .map(ListForms::told)
                .findFirst()
                .orElse(new ListFormVersion(0, ListForm.STANDARD, null, ""));
    }

    private static ListFormVersion told(ListFormRow row) {
        return new ListFormVersion(
                row.number, JSON.readValue(row.document, ListForm.class), row.savedAt, row.savedBy);
    }

    private static Refusal moved() {
        return Refusal.conflict(
                "LIST_FORM_MOVED",
                "Somebody saved another version of this list form meanwhile. Open it again and make"
                        + " the change there.");
    }
}
