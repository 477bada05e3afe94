package io.cardloom.production.dataprep;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.LineMaking;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.render.CardLines;
import io.cardloom.designer.render.Renderer;
import io.cardloom.designer.render.SampleDesigns;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.ListDesk;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** An issuer with its certificate, orders with cardholders, and a revision to print. */
@Component
public class PreparationStage {

    static final Digest DIGEST = new Digest("ab".repeat(32));

    /** The same card with its number and names embossed. */
    static final Digest EMBOSSED = new Digest("cd".repeat(32));

    public final DataPreparation preparation;
    private final BiFunction<RunMailers, PreparedFolder, DataPreparation> made;
    private final RunMailers mailers;
    private final PreparedFolder folder;
    private final ListDesk desk;
    private final TransportCertificates certificates;

    PreparationStage(
            AccountVault vault,
            PreparedRepository repository,
            PreparedFolder folder,
            Designs designs,
            Renderer renderer,
            RunChips chips,
            RunStripes stripes,
            RunMailers mailers,
            RunPins runPins,
            RunDocuments documents,
            DataKeys dataKeys,
            StripeKeys stripeKeys,
            TenantWork work,
            AuditTrail audit,
            Clock clock,
            ListDesk desk,
            TransportCertificates certificates) {
        this.made =
                (pins, files) ->
                        new DataPreparation(
                                vault,
                                repository,
                                files,
                                new RunContent(
                                        vault,
                                        new StagedFaces(designs, renderer),
                                        chips,
                                        stripes,
                                        pins,
                                        runPins,
                                        documents,
                                        stripeKeys),
                                dataKeys,
                                work,
                                audit,
                                clock);
        this.preparation = made.apply(mailers, folder);
        this.mailers = mailers;
        this.folder = folder;
        this.desk = desk;
        this.certificates = certificates;
    }

    /** The same preparation, its mailers made by these. */
    DataPreparation with(RunMailers mailers) {
        return made.apply(mailers, folder);
    }

    /** The same preparation, its files written here. */
    DataPreparation in(PreparedFolder folder) {
        return made.apply(mailers, folder);
    }

    /** Draws one revision of a card with four fields, without asking where it was frozen. */
    private static final class StagedFaces extends RunFaces {

        private final Renderer renderer;
        private final DesignRevision flat = drawn().revision(SampleDesigns.body());
        private final DesignRevision embossed = coded().revision(embossed(SampleDesigns.body()));

        StagedFaces(Designs designs, Renderer renderer) {
            super(designs, renderer);
            this.renderer = renderer;
        }

        @Override
        boolean carryChip(TenantId tenant, Digest digest) {
            return revision(digest).cardBody().zones().stream()
                    .anyMatch(zone -> zone.kind() == ZoneKind.CHIP);
        }

        @Override
        CardLines lines(TenantId tenant, Digest digest) {
            return renderer.lines(tenant, revision(digest));
        }

        @Override
        List<PrintedFace> of(TenantId tenant, Digest digest) {
            DesignRevision revision = revision(digest);
            return List.of(
                    new PrintedFace("", renderer.compile(tenant, revision, Face.FRONT, 300)),
                    new PrintedFace("-back", renderer.compile(tenant, revision, Face.BACK, 300)));
        }

        private DesignRevision revision(Digest digest) {
            return digest.equals(EMBOSSED) ? embossed : flat;
        }

        private static CardBody embossed(CardBody from) {
            List<Zone> zones = new ArrayList<>(from.zones());
            zones.add(
                    new Zone(ZoneKind.PAN_LINE, Face.FRONT, 5_000, 30_000, 72_000, 5_000, false)
                            .made(LineMaking.EMBOSSED_NUMBER));
            zones.add(
                    new Zone(ZoneKind.NAME_LINE, Face.FRONT, 5_000, 37_040, 76_000, 14_530, false)
                            .made(LineMaking.EMBOSSED_NAMES));
            zones.add(
                    new Zone(ZoneKind.CODE_LINE, Face.BACK, 66_000, 34_000, 15_000, 4_000, false)
                            .made(LineMaking.INDENTED_CODE));
            return new CardBody(
                    from.id(),
                    from.version(),
                    from.name(),
                    from.material(),
                    from.color(),
                    from.finish(),
                    from.width(),
                    from.height(),
                    from.cornerRadius(),
                    from.bleed(),
                    from.safeMargin(),
                    zones,
                    from.printMethod(),
                    from.dpi(),
                    from.stock());
        }

        private static SampleDesigns coded() {
            return drawn().add(
                            Face.BACK,
                            SampleDesigns.box(66_000, 34_000, 15_000, 4_000),
                            SampleDesigns.field(FieldKey.SECURITY_CODE, "000", "plex-mono", 2_600));
        }

        private static SampleDesigns drawn() {
            SampleDesigns design = new SampleDesigns();
            design.add(
                            Face.FRONT,
                            SampleDesigns.box(-2_000, -2_000, 89_600, 57_980),
                            SampleDesigns.rectangle("#0b7285"))
                    .add(
                            Face.FRONT,
                            SampleDesigns.box(6_000, 30_000, 70_000, 5_000),
                            SampleDesigns.field(
                                    FieldKey.PAN, "0000 0012 3456 7890", "plex-mono", 4_200))
                    .add(
                            Face.FRONT,
                            SampleDesigns.box(6_000, 38_000, 20_000, 4_000),
                            SampleDesigns.field(FieldKey.EXPIRY, "12/30", "plex-mono", 3_200))
                    .add(
                            Face.FRONT,
                            SampleDesigns.box(6_000, 43_000, 74_000, 4_000),
                            SampleDesigns.field(
                                    FieldKey.CARDHOLDER_NAME, "ZOË O’BRIEN", "plex-sans", 3_200))
                    .add(
                            Face.FRONT,
                            SampleDesigns.box(6_000, 48_000, 74_000, 4_000),
                            SampleDesigns.field(
                                    FieldKey.SECOND_LINE, "Gold member", "plex-sans", 2_600))
                    .add(
                            Face.BACK,
                            SampleDesigns.box(6_000, 30_000, 60_000, 5_000),
                            new TextContent(
                                    "Lost card? Call your issuer.",
                                    "plex-sans",
                                    400,
                                    2_600,
                                    "#212529",
                                    Align.LEFT));
            return design;
        }
    }

    /** The revision that {@link #EMBOSSED} names. */
    static DesignRevision embossedCard() {
        return StagedFaces.coded().revision(StagedFaces.embossed(SampleDesigns.body()));
    }

    /** An order of the list's people. */
    public CardOrderId order(IssuerWorld world, OpensslIssuer bank, byte[] csv) {
        return order(world, world.program(), bank, csv);
    }

    /** The same in this program. */
    CardOrderId order(IssuerWorld world, ProgramId program, OpensslIssuer bank, byte[] csv) {
        CardOrderId order = CardOrderId.next(Clock.systemUTC());
        byte[] cms = bank.seal(csv, certificates.intakeCertificate(world.approver()));
        IntakeReport report = desk.receive(world.approver(), program, order, cms);
        if (!report.tookAll()) {
            throw new IllegalStateException("the list was not accepted: " + report.errors());
        }
        return order;
    }

    /** The issuer's back office, its certificate registered. */
    public OpensslIssuer bank(IssuerWorld world, Path folder) {
        OpensslIssuer bank = OpensslIssuer.in(folder, "Lists", 30);
        certificates.registerIssuerCertificate(world.custodian(), bank.certificatePem());
        return bank;
    }

    /** A run of the order's first cards. */
    public static RunOrder run(CardOrderId order, int cards) {
        return run(order, cards, DIGEST);
    }

    /** The same of another revision. */
    static RunOrder run(CardOrderId order, int cards, Digest digest) {
        return new RunOrder(
                RunId.next(Clock.systemUTC()),
                order,
                digest,
                IntStream.rangeClosed(1, cards).mapToObj(n -> new CardSlot(n, n)).toList());
    }
}
