package io.cardloom.production.dataprep;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.render.CardLines;
import io.cardloom.designer.render.CardPrint;
import io.cardloom.designer.render.Renderer;
import io.cardloom.tenancy.tenant.TenantId;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The faces of a frozen revision that carry ink, ready to print. */
@Component
class RunFaces {

    private final Designs designs;
    private final Renderer renderer;

    RunFaces(Designs designs, Renderer renderer) {
        this.designs = designs;
        this.renderer = renderer;
    }

    /**
     * A face to be printed.
     *
     * @param suffix of its files: none for the front, {@code -back} for the back
     */
    record PrintedFace(String suffix, CardPrint print) {

        /** What is the same on each card. */
        BufferedImage fixed() {
            return print.fixed();
        }
    }

    /** Whether the card body of the revision has a place for a chip. */
    boolean carryChip(TenantId tenant, Digest digest) {
        return carryChip(designs.revision(tenant, digest));
    }

    /** The same of a revision at hand. */
    static boolean carryChip(DesignRevision revision) {
        return revision.cardBody().zones().stream().anyMatch(zone -> zone.kind() == ZoneKind.CHIP);
    }

    /** The lines that differ from card to card, and how each is made. */
    CardLines lines(TenantId tenant, Digest digest) {
        return lines(tenant, designs.revision(tenant, digest));
    }

    /** The same of a revision at hand. */
    CardLines lines(TenantId tenant, DesignRevision revision) {
        return renderer.lines(tenant, revision);
    }

    /** The front always, the back when it has layers. */
    List<PrintedFace> of(TenantId tenant, Digest digest) {
        DesignRevision revision = designs.revision(tenant, digest);
        int dpi = revision.cardBody().dpi();
        return faces(revision, face -> renderer.compile(tenant, revision, face, dpi));
    }

    /** The same with SAMPLE written over each. */
    List<PrintedFace> samples(TenantId tenant, DesignRevision revision) {
        int dpi = revision.cardBody().dpi();
        return faces(revision, face -> renderer.sample(tenant, revision, face, dpi));
    }

    private static List<PrintedFace> faces(
            DesignRevision revision, Function<Face, CardPrint> printed) {
        List<PrintedFace> faces = new ArrayList<>();
        faces.add(new PrintedFace("", printed.apply(Face.FRONT)));
        if (!revision.document().stack(Face.BACK).isEmpty()) {
            faces.add(new PrintedFace("-back", printed.apply(Face.BACK)));
        }
        return faces;
    }
}
