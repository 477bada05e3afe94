package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class FreezeTest {

    @Autowired ApplicationContext context;
    @Autowired Designs designs;
    @Autowired DesignRepository rows;
    @Autowired RevisionRepository revisions;
    @Autowired TenantWork work;
    @Autowired CardBodies bodies;
    @Autowired DataSource database;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void drawADesign() {
        brand = CoBrand.found(context);
        design =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Club Card");
    }

    private LayerId anyLayer() {
        return designs.open(brand.designer(), design)
                .document()
                .layers()
                .keySet()
                .iterator()
                .next();
    }

    private void set(String property, Object value) {
        designs.apply(
                brand.marketer(),
                design,
                0,
                new EditCommand.SetProperties(anyLayer(), Map.of(property, value)),
                EditOrigin.once());
    }

    /** The digest of one fixed document: were it ever to change, all approvals would be void. */
    @Test
    void givesAFixedDocumentItsOneDigest() {
        CardBody body =
                new CardBody(
                        new CardBodyId("bod_00000000000000000000000001"),
                        3,
                        "White PVC",
                        "PVC",
                        "#ffffff",
                        Finish.GLOSS,
                        85_600,
                        53_980,
                        3_180,
                        1_600,
                        3_000,
                        List.of(
                                new Zone(
                                        ZoneKind.CHIP,
                                        Face.FRONT,
                                        8_500,
                                        18_000,
                                        13_500,
                                        12_000,
                                        true)),
                        PrintMethod.RETRANSFER,
                        600,
                        9);
        DesignDocument document =
                new DesignDocument(
                        DesignDocument.SCHEMA,
                        body.id(),
                        Map.of(
                                Layers.id(1), Layers.shape(),
                                Layers.id(2), Layers.text(),
                                Layers.id(3), Layers.field(),
                                Layers.id(4), Layers.image()));
        FrozenContent content =
                new FrozenContent(
                        new DesignId("dsn_00000000000000000000000001"),
                        document,
                        body,
                        new TreeMap<>(
                                Map.of(
                                        "plex-sans/400", "44".repeat(32),
                                        "plex-sans/700", "77".repeat(32))));

        assertThat(FrozenContent.digest(content.json()).hex64())
                .isEqualTo("60389be5a96c4a3a6cc818fa1b1e7b783d216201547a532eb3e2d23d376d44e7");
        assertThat(FrozenContent.read(content.json()).json()).isEqualTo(content.json());
        String one = inSchemaOne(content.json());
        assertThat(FrozenContent.digest(one).hex64())
                .as("what was frozen in schema 1")
                .isEqualTo("b2605333f5d22b28ffdd7582198fcc8e638c9b281e919b2918443d8ab809ade4");
        assertThat(FrozenContent.read(one)).isEqualTo(FrozenContent.read(content.json()));
    }

    @Test
    void keepsWhatWasFrozen() {
        DesignView head = designs.open(brand.designer(), design);

        DesignRevision revision = designs.freeze(brand.designer(), design);

        assertThat(revision.document()).isEqualTo(head.document());
        assertThat(revision.number()).isEqualTo(head.number());
        assertThat(CardBodies.toJson(revision.cardBody()))
                .isEqualTo(CardBodies.toJson(brand.body()));
        assertThat(revision.fonts()).containsOnlyKeys("plex-sans/700", "plex-mono/400");
        assertThat(revision.authors()).containsExactly(brand.designer().requirePerson());
        assertThat(designs.revision(brand.marketer(), revision.digest())).isEqualTo(revision);
        DesignView frozen = designs.open(brand.designer(), design);
        assertThat(frozen.state()).isEqualTo(DesignState.FROZEN);
        assertThat(frozen.digest()).isEqualTo(revision.digest());
    }

    @Test
    void givesTheSameContentTheSameRevision() {
        DesignRevision first = designs.freeze(brand.designer(), design);
        assertThat(designs.freeze(brand.designer(), design)).isEqualTo(first);

        int before = Objects.requireNonNull(first.document().layers().get(anyLayer())).opacity();
        set("opacity", 500);
        set("opacity", before);
        DesignRevision again = designs.freeze(brand.designer(), design);

        assertThat(again.digest()).isEqualTo(first.digest());
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.authors())
                .as("who edited it away and back has edited it")
                .containsExactlyInAnyOrder(
                        brand.designer().requirePerson(), brand.marketer().requirePerson());
    }

    @Test
    void givesAnyOtherContentAnotherDigest() {
        Digest first = designs.freeze(brand.designer(), design).digest();
        set("opacity", 999);
        Digest second = designs.freeze(brand.designer(), design).digest();
        bodies.configure(
                brand.administrator(),
                withColor(bodies.get(brand.tenant(), brand.body().id()), "#fefefe"));
        Digest third = designs.freeze(brand.designer(), design).digest();

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(designs.revision(brand.tenant(), second).cardBody().color())
                .isEqualTo(brand.body().color());
        assertThat(designs.revision(brand.tenant(), third).cardBody().color()).isEqualTo("#fefefe");
    }

    private static CardBody withColor(CardBody body, String color) {
        return new CardBody(
                body.id(),
                body.version(),
                body.name(),
                body.material(),
                color,
                body.finish(),
                body.width(),
                body.height(),
                body.cornerRadius(),
                body.bleed(),
                body.safeMargin(),
                body.zones(),
                body.printMethod(),
                body.dpi(),
                body.stock());
    }

    @Test
    void neverGivesTwoDesignsOneDigest() {
        DesignDocument drawn = designs.open(brand.designer(), design).document();
        DesignId copy =
                designs.create(brand.designer(), brand.program(), brand.body().id(), "Copy");
        drawn.layers()
                .forEach(
                        (id, layer) ->
                                designs.apply(
                                        brand.designer(),
                                        copy,
                                        0,
                                        new EditCommand.AddLayer(id, layer),
                                        EditOrigin.once()));

        assertThat(designs.open(brand.designer(), copy).document()).isEqualTo(drawn);
        assertThat(designs.freeze(brand.designer(), copy).digest())
                .isNotEqualTo(designs.freeze(brand.designer(), design).digest());
    }

    @Test
    void becomesADraftAgainByAnEdit() {
        designs.freeze(brand.designer(), design);
        set("opacity", 999);

        DesignView head = designs.open(brand.designer(), design);
        assertThat(head.state()).isEqualTo(DesignState.DRAFT);
        assertThat(head.digest()).isNull();
    }

    @Test
    void theDatabaseRefusesToChangeARevisionOrAnEdit() throws SQLException {
        designs.freeze(brand.designer(), design);
        for (String forbidden :
                List.of(
                        "update design_revision set name = 'x' where tenant_id = ?",
                        "delete from design_revision where tenant_id = ?",
                        "update design_edit set person_name = 'x' where tenant_id = ?",
                        "delete from design_edit where tenant_id = ?")) {
            assertThatThrownBy(() -> execute(forbidden))
                    .isInstanceOf(SQLException.class)
                    .message()
                    .containsAnyOf("a revision never changes", "an edit is written once");
        }
    }

    @Test
    void noticesARevisionThatWasChangedBehindItsBack() throws SQLException {
        DesignRevision revision = designs.freeze(brand.designer(), design);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger design_revision_no_update");
            try {
                execute(
                        "update design_revision set content = replace(content, '#0b3d2e',"
                                + " '#0b3d2f') where tenant_id = ?");
            } finally {
                statement.execute(
                        "create trigger design_revision_no_update before update on"
                                + " design_revision for each row signal sqlstate '45000' set"
                                + " message_text = 'a revision never changes'");
            }
        }

        assertThatThrownBy(() -> designs.revision(brand.tenant(), revision.digest()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not give its digest");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, brand.tenant().value());
            statement.executeUpdate();
        }
    }

    /** The text that the first version would have frozen: it differs in the document's number. */
    private static String inSchemaOne(String frozen) {
        return frozen.replace("\"schema\":2", "\"schema\":1");
    }

    @Test
    void keepsTheDigestOfWhatWasFrozenInAnEarlierForm() {
        TenantId tenant = brand.designer().tenant();
        DesignRevision now = designs.freeze(brand.designer(), design);
        RevisionRow earlier = new RevisionRow();
        work.call(
                tenant,
                () -> {
                    RevisionRow stored = revisions.find(tenant, now.digest()).orElseThrow();
                    earlier.designId = stored.designId;
                    earlier.programId = stored.programId;
                    earlier.name = stored.name;
                    earlier.number = stored.number;
                    earlier.frozenAt = stored.frozenAt;
                    earlier.content = inSchemaOne(stored.content);
                    earlier.digest = FrozenContent.digest(earlier.content).hex64();
                    revisions.add(tenant, earlier);
                    rows.stand(tenant, design, new Digest(earlier.digest), DesignState.APPROVED);
                    return earlier;
                });

        DesignRevision again = designs.freeze(brand.designer(), design);

        assertThat(again.digest()).isEqualTo(new Digest(earlier.digest)).isNotEqualTo(now.digest());
        assertThat(again.document()).isEqualTo(now.document());
        assertThat(designs.open(brand.designer(), design).state()).isEqualTo(DesignState.APPROVED);
    }
}
