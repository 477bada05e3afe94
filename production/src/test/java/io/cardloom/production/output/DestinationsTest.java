package io.cardloom.production.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.run.RunStage;
import io.cardloom.production.run.RunStage.World;
import io.cardloom.production.run.RunStageBeans;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
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
class DestinationsTest {

    @Autowired RunStage stage;
    @Autowired Destinations destinations;

    World world;

    @BeforeEach
    void aWorld() {
        world = stage.world();
    }

    @Test
    void keepsADestinationWithItsSettings() {
        Destination kept = destinations.get(world.tenant(), world.toBureau());
        assertThat(kept.settings()).containsKey("folder");
        assertThat(kept.bureau()).isEqualTo(world.bureau());
        assertThat(destinations.list(world.operator()))
                .extracting(Destination::name)
                .containsExactly("The bureau", "The device");
        assertThat(destinations.list(world.bureauOperator()))
                .extracting(Destination::id)
                .containsExactly(world.toBureau());
    }

    @Test
    void refusesWhatCannotBeReached() {
        refused(
                () -> configured("A", Channel.BUREAU, "pigeon", world.bureau()),
                "DESTINATION_DRIVER_UNKNOWN");
        refused(
                () -> configured("A", Channel.DEVICE, "folder", null),
                "DESTINATION_DRIVER_UNKNOWN");
        refused(() -> configured(" ", Channel.DEVICE, "journal", null), "DESTINATION_NAME_WRONG");
        refused(
                () -> configured("the device", Channel.DEVICE, "journal", null),
                "DESTINATION_NAME_TAKEN");
        refused(
                () -> configured("A", Channel.BUREAU, "folder", null),
                "DESTINATION_BUREAU_MISSING");
        refused(
                () -> configured("A", Channel.BUREAU, "folder", world.issuer()),
                "DESTINATION_BUREAU_MISSING");
        Destination bureau = destinations.get(world.tenant(), world.toBureau());
        refused(
                () ->
                        destinations.configure(
                                world.administrator(),
                                new Destination(
                                        bureau.id(),
                                        bureau.name(),
                                        Channel.DEVICE,
                                        "journal",
                                        null,
                                        Map.of())),
                "DESTINATION_CHANNEL_FIXED");
        refused(() -> destinations.configure(world.operator(), bureau), "PERMISSION_MISSING");
        refused(() -> destinations.get(stage.world().tenant(), world.toBureau()), "NOT_FOUND");
    }

    private Destination configured(
            String name, Channel channel, String driver, @Nullable OrganizationId bureau) {
        return destinations.configure(
                world.administrator(),
                new Destination(
                        DestinationId.next(stage.clock()),
                        name,
                        channel,
                        driver,
                        bureau,
                        Map.of()));
    }

    private static void refused(ThrowingCallable what, String code) {
        AbstractThrowableAssert<?, ?> refusal =
                assertThatThrownBy(what).isInstanceOf(Refusal.class);
        refusal.extracting(r -> ((Refusal) r).code()).isEqualTo(code);
    }
}
