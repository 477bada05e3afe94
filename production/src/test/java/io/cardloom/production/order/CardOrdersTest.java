package io.cardloom.production.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.run.RunStage;
import io.cardloom.production.run.RunStage.World;
import io.cardloom.production.run.RunStageBeans;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.io.InputStream;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        properties = {
            "cardloom.database.schema=runs",
            "cardloom.production.schedule.active=false",
            "cardloom.production.run.lease=2s",
            "cardloom.production.run.first-retry=10ms",
            "cardloom.production.run.longest-retry=100ms",
            "cardloom.production.run.acknowledgement-poll=5ms"
        })
@Import(RunStageBeans.class)
class CardOrdersTest {

    @Autowired RunStage stage;
    @Autowired CardOrders orders;
    @Autowired Designs designs;
    @Autowired CardBodies cardBodies;

    World world;

    @BeforeEach
    void aWorld() {
        world = stage.world();
    }

    @Test
    void refusesADesignThatNobodyApproved() {
        Actor designer = designer();
        CardBody body =
                cardBodies.configure(world.administrator(), cardBodies.presets().getFirst());
        DesignId design = designs.create(designer, world.program(), body.id(), "Harbour");
        Digest digest = designs.freeze(designer, design).digest();
        refused(
                () ->
                        orders.place(
                                world.approver(), digest, "Spring", InputStream.nullInputStream()),
                "ORDER_DIGEST_NOT_APPROVED");
        assertThat(orders.count(world.approver())).isZero();
    }

    @Test
    void refusesARevisionThatTheDesignHasLeftBehind() {
        Actor designer = designer();
        CardBody body =
                cardBodies.configure(world.administrator(), cardBodies.presets().getFirst());
        DesignId design = designs.create(designer, world.program(), body.id(), "Harbour");
        Digest digest = designs.freeze(designer, design).digest();
        Layer ground =
                Layer.of(
                        Face.FRONT,
                        "a",
                        "Ground",
                        new Box(0, 0, 10_000, 10_000, 0),
                        new ShapeContent(ShapeContent.Kind.RECTANGLE, "#204060"));
        designs.apply(
                designer,
                design,
                0,
                new EditCommand.AddLayer(LayerId.next(stage.clock()), ground),
                EditOrigin.once());
        refused(
                () ->
                        orders.place(
                                world.approver(), digest, "Spring", InputStream.nullInputStream()),
                "ORDER_DIGEST_STALE");
        assertThat(orders.count(world.approver())).isZero();
    }

    private Actor designer() {
        return new Actor(
                world.tenant(),
                PersonId.next(stage.clock()),
                world.issuer(),
                "Dora",
                Set.of(Role.ISSUER_DESIGNER));
    }

    @Test
    void refusesWhatIsNotAnOrder() {
        Digest nowhere = new Digest("0".repeat(64));
        refused(
                () ->
                        orders.place(
                                world.approver(), nowhere, "Spring", InputStream.nullInputStream()),
                "NOT_FOUND");
        refused(
                () -> orders.place(world.approver(), nowhere, " ", InputStream.nullInputStream()),
                "ORDER_NAME_WRONG");
        refused(
                () ->
                        orders.place(
                                world.operator(), nowhere, "Spring", InputStream.nullInputStream()),
                "PERMISSION_MISSING");
    }

    @Test
    void showsAnOrderToItsIssuerAndToNobodyElse() {
        CardOrderId id = stage.order(world, 7);
        assertThat(orders.get(world.operator(), id).cards()).isEqualTo(7);
        assertThat(orders.report(world.operator(), id).accepted()).isEqualTo(7);
        assertThat(orders.list(world.approver(), 0, 10))
                .extracting(CardOrder::id)
                .containsExactly(id);
        World stranger = stage.world();
        refused(() -> orders.get(stranger.operator(), id), "NOT_FOUND");
        refused(() -> orders.report(stranger.operator(), id), "NOT_FOUND");
        assertThat(orders.list(stranger.approver(), 0, 10)).isEmpty();
        refused(() -> orders.list(world.bureauOperator(), 0, 10), "PERMISSION_MISSING");
    }

    private static void refused(ThrowingCallable what, String code) {
        AbstractThrowableAssert<?, ?> refusal =
                assertThatThrownBy(what).isInstanceOf(Refusal.class);
        refusal.extracting(r -> ((Refusal) r).code()).isEqualTo(code);
    }
}
