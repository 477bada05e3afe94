package io.cardloom.designer.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class PresenceTest {

    @Autowired ApplicationContext context;
    @Autowired Designs designs;
    @Autowired Presence presence;
    @Autowired TenantWork work;

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

    /** Hears everything, in order, and lets a test wait for something. */
    private static final class Ear implements Consumer<CollaborationMessage> {

        private final LinkedBlockingQueue<CollaborationMessage> heard = new LinkedBlockingQueue<>();

        @Override
        public void accept(CollaborationMessage message) {
            heard.add(message);
        }

        <T extends CollaborationMessage> T next(Class<T> type, Predicate<T> wanted)
                throws InterruptedException {
            while (true) {
                CollaborationMessage message = heard.poll(20, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("not heard: " + type.getSimpleName());
                }
                if (type.isInstance(message) && wanted.test(type.cast(message))) {
                    return type.cast(message);
                }
            }
        }

        List<String> people(int count) throws InterruptedException {
            return next(CollaborationMessage.PeopleChanged.class, p -> p.people().size() == count)
                    .people()
                    .stream()
                    .map(CollaborationMessage.Present::name)
                    .toList();
        }

        void hearsNoMore() throws InterruptedException {
            assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    private LayerId layer() {
        return designs.open(brand.designer(), design)
                .document()
                .layers()
                .keySet()
                .iterator()
                .next();
    }

    private void edit(Actor actor, LayerId layer, int x) {
        designs.apply(
                actor,
                design,
                0,
                new EditCommand.SetProperties(layer, Map.of("x", x)),
                EditOrigin.once());
    }

    @Test
    void tellsWhoIsHereAndWhoLeft() throws Exception {
        Ear dora = new Ear();
        Ear mats = new Ear();
        try (Registration first = presence.join(brand.designer(), design, dora)) {
            assertThat(first.after()).isEqualTo(7);
            assertThat(dora.people(1)).containsExactly("Dora Lindqvist");
            Registration second = presence.join(brand.marketer(), design, mats);
            assertThat(dora.people(2)).containsExactly("Dora Lindqvist", "Mats Øyen");
            CollaborationMessage.PeopleChanged seen =
                    mats.next(CollaborationMessage.PeopleChanged.class, p -> true);
            assertThat(seen.people())
                    .extracting(CollaborationMessage.Present::color)
                    .doesNotHaveDuplicates();

            second.close();
            second.close();
            assertThat(dora.people(1)).containsExactly("Dora Lindqvist");
        }
    }

    @Test
    void countsAPersonWithTwoSeatsOnce() throws Exception {
        Ear dora = new Ear();
        Ear again = new Ear();
        Ear mats = new Ear();
        Registration first = presence.join(brand.designer(), design, dora);
        Registration second = presence.join(brand.designer(), design, again);
        try (Registration third = presence.join(brand.marketer(), design, mats)) {
            assertThat(mats.people(2)).containsExactly("Dora Lindqvist", "Mats Øyen");
            first.close();
            mats.hearsNoMore();
            second.close();
            assertThat(mats.people(1)).containsExactly("Mats Øyen");
            assertThat(third.after()).isEqualTo(7);
        }
    }

    @Test
    void tellsEveryCommitInOrderToEverybody() throws Exception {
        Ear dora = new Ear();
        Ear mats = new Ear();
        LayerId layer = layer();
        try (Registration first = presence.join(brand.designer(), design, dora);
                Registration second = presence.join(brand.marketer(), design, mats)) {
            assertThat(second.after()).isEqualTo(first.after());
            List<Thread> people = new ArrayList<>();
            for (Actor actor : List.of(brand.designer(), brand.marketer())) {
                people.add(
                        Thread.ofVirtual()
                                .start(
                                        () -> {
                                            for (int x = 0; x < 25; x++) {
                                                edit(actor, layer, x);
                                            }
                                        }));
            }
            for (Thread person : people) {
                person.join();
            }
            for (Ear ear : List.of(dora, mats)) {
                for (long number = 8; number < 58; number++) {
                    assertThat(
                                    ear.next(CollaborationMessage.Edited.class, e -> true)
                                            .edit()
                                            .number())
                            .isEqualTo(number);
                }
            }
        }
    }

    @Test
    void tellsNothingOfWhatWasNotCommitted() throws Exception {
        Ear mats = new Ear();
        LayerId layer = layer();
        try (Registration seat = presence.join(brand.marketer(), design, mats)) {
            mats.people(1);
            assertThatThrownBy(
                            () ->
                                    work.run(
                                            brand.tenant(),
                                            () -> {
                                                edit(brand.designer(), layer, 1);
                                                throw new IllegalStateException("undone");
                                            }))
                    .hasMessage("undone");
            mats.hearsNoMore();

            CountDownLatch told = new CountDownLatch(1);
            work.run(
                    brand.tenant(),
                    () -> {
                        edit(brand.designer(), layer, 2);
                        assertThat(mats.heard).as("before the commit").isEmpty();
                        told.countDown();
                    });
            assertThat(mats.next(CollaborationMessage.Edited.class, e -> true).edit().number())
                    .isEqualTo(seat.after() + 1);
        }
    }

    @Test
    void tellsWhereTheDesignStands() throws Exception {
        Ear mats = new Ear();
        try (Registration seat = presence.join(brand.marketer(), design, mats)) {
            var digest = designs.freeze(brand.designer(), design).digest();
            assertThat(mats.next(CollaborationMessage.StateChanged.class, s -> true))
                    .isEqualTo(new CollaborationMessage.StateChanged(DesignState.FROZEN, digest));
            edit(brand.designer(), layer(), 3);
            assertThat(mats.next(CollaborationMessage.StateChanged.class, s -> true).state())
                    .isEqualTo(DesignState.DRAFT);
            assertThat(seat.after()).isEqualTo(7);
        }
    }

    @Test
    void showsAPointerToTheOthersOnly() throws Exception {
        Ear dora = new Ear();
        Ear mats = new Ear();
        LayerId layer = layer();
        try (Registration first = presence.join(brand.designer(), design, dora);
                Registration second = presence.join(brand.marketer(), design, mats)) {
            dora.people(2);
            mats.people(2);
            first.point(10, -20, Set.of(layer));
            assertThat(mats.next(CollaborationMessage.PointerMoved.class, p -> true))
                    .isEqualTo(
                            new CollaborationMessage.PointerMoved(
                                    brand.designer().requirePerson(), 10, -20, Set.of(layer)));
            dora.hearsNoMore();
            second.close();
            second.point(1, 1, Set.of());
            dora.people(1);
            dora.hearsNoMore();
        }
    }

    @Test
    void keepsNobodyWaitingForASlowListener() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        LinkedBlockingQueue<CollaborationMessage> slow = new LinkedBlockingQueue<>();
        Ear fast = new Ear();
        LayerId layer = layer();
        try (Registration dozing =
                        presence.join(
                                brand.marketer(),
                                design,
                                message -> {
                                    slow.add(message);
                                    try {
                                        go.await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
                Registration awake = presence.join(brand.designer(), design, fast)) {
            int edits = Seat.MOST_WAITING + 20;
            for (int x = 0; x < edits; x++) {
                edit(brand.designer(), layer, x);
            }
            long last = awake.after() + edits;
            fast.next(CollaborationMessage.Edited.class, e -> e.edit().number() == last);
            go.countDown();
            while (true) {
                CollaborationMessage message = slow.poll(20, TimeUnit.SECONDS);
                assertThat(message).as("fell behind, and was told so").isNotNull();
                if (message instanceof CollaborationMessage.FellBehind) {
                    break;
                }
            }
            assertThat(dozing.after()).isEqualTo(awake.after());
        }
    }

    @Test
    void takesAListenerThatFailsFromTheTable() throws Exception {
        Ear dora = new Ear();
        try (Registration seat = presence.join(brand.designer(), design, dora)) {
            presence.join(
                    brand.marketer(),
                    design,
                    message -> {
                        throw new IllegalStateException("the page is closed");
                    });
            assertThat(dora.people(2)).hasSize(2);
            assertThat(dora.people(1)).containsExactly("Dora Lindqvist");
            assertThat(seat.after()).isEqualTo(7);
        }
    }

    @Test
    void refusesASeatAtSomebodyElsesDesign() {
        assertThatThrownBy(() -> presence.join(brand.stranger(), design, new Ear()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("NOT_FOUND"));
        assertThatThrownBy(
                        () ->
                                presence.join(
                                        Actor.system(brand.tenant(), "Cardloom"),
                                        design,
                                        new Ear()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("PERSON_REQUIRED"));
    }
}
