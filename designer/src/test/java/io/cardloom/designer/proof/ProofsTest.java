package io.cardloom.designer.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.designer.render.Cut;
import io.cardloom.designer.render.Poppler;
import io.cardloom.designer.render.Renderer;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class ProofsTest {

    @Autowired ApplicationContext context;
    @Autowired Proofs proofs;
    @Autowired Designs designs;
    @Autowired Renderer renderer;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignRevision revision;

    @BeforeEach
    void freezeADesign() {
        brand = CoBrand.found(context);
        DesignId design =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Club Card");
        revision = designs.freeze(brand.designer(), design);
    }

    @Test
    void issuesOneProofForADigestAndKeepsItsBytes() throws Exception {
        Digest digest = revision.digest();
        assertThat(proofs.find(brand.tenant(), digest)).isEmpty();
        Proof proof = proofs.issue(brand.designer(), digest);
        byte[] pdf = proofs.pdf(brand.marketer(), proof.id());
        assertThat(proof.pdf()).isEqualTo(file(pdf));
        for (Face face : Face.values()) {
            byte[] png = proofs.png(brand.issuerApprover(), proof.id(), face);
            assertThat(proof.png()).containsEntry(face, file(png));
            assertThat(png).isEqualTo(renderer.png(brand.tenant(), revision, face, 300, Cut.TRIM));
        }
        assertThat(proofs.issue(brand.designer(), digest)).isEqualTo(proof);
        assertThat(proofs.find(brand.tenant(), digest)).contains(proof);
        assertThat(Poppler.about(pdf)).contains("Proof of Club Card").contains("Pages:");
        Poppler.keep(Poppler.page(pdf, 1, 110), "proof-of-the-sample");
    }

    @Test
    void issuesOneProofWhenTwoPeopleAskAtOnce() throws Exception {
        List<Callable<Proof>> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.add(() -> proofs.issue(brand.designer(), revision.digest()));
        }
        Set<Proof> issued = new HashSet<>();
        try (ExecutorService people = Executors.newFixedThreadPool(3)) {
            for (Future<Proof> one : people.invokeAll(asked)) {
                issued.add(one.get());
            }
        }
        assertThat(issued).hasSize(1);
    }

    @Test
    void hidesAProofFromAnotherPartnerAndFromAnotherIssuer() {
        Proof proof = proofs.issue(brand.designer(), revision.digest());
        CoBrand other = CoBrand.found(context);
        refused("NOT_FOUND", () -> proofs.issue(other.designer(), revision.digest()));
        refused("NOT_FOUND", () -> proofs.pdf(brand.stranger(), proof.id()));
        refused("NOT_FOUND", () -> proofs.pdf(other.designer(), proof.id()));
        refused("NOT_FOUND", () -> proofs.png(other.designer(), proof.id(), Face.FRONT));
        assertThat(proofs.find(other.tenant(), revision.digest())).isEmpty();
    }

    @Test
    void refusesToIssueForSomebodyWhoMayNotFreeze() {
        refused(
                "PERMISSION_MISSING",
                () -> proofs.issue(brand.partnerApprover(), revision.digest()));
    }

    private static Proof.ProofFile file(byte[] content) throws Exception {
        return new Proof.ProofFile(
                content.length,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", code);
    }
}
