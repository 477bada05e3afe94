package io.cardloom.designer.cardbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class CardBodiesTest {

    @Autowired CardBodies bodies;
    @Autowired CardBodyRepository stored;
    @Autowired CardBodyUses uses;
    @Autowired EntityManager entities;
    @Autowired TenantWork work;
    @Autowired Clock clock;
    @Autowired AuditTrail audit;
    @Autowired TwoIssuers issuers;

    private final Supplier<IssuerWorld> fresh = () -> issuers.another("Aurora Bank");
    private @Nullable IssuerWorld world;

    /** A fresh issuer for each test. */
    private IssuerWorld cast() {
        IssuerWorld known = world;
        if (known == null) {
            known = fresh.get();
            world = known;
        }
        return known;
    }

    @Test
    void givesEachChangedDrawingTheNextNumber() {
        CardBody first = bodies.configure(cast().administrator(), preset());
        CardBody second = bodies.configure(cast().administrator(), renamed(first, "Renamed"));
        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(bodies.get(cast().tenant(), first.id())).isEqualTo(second);
        assertThat(bodies.get(cast().tenant(), first.id(), 1)).isEqualTo(first);
        assertThat(bodies.list(cast().designer())).containsExactly(second);
    }

    @Test
    void makesNoNewVersionOfTheSameDrawing() {
        CardBody first = bodies.configure(cast().administrator(), preset());
        assertThat(bodies.configure(cast().administrator(), first)).isEqualTo(first);
        CardBody counted = bodies.configure(cast().administrator(), first.withStock(7));
        assertThat(counted).isEqualTo(first.withStock(7));
        assertThat(bodies.get(cast().tenant(), first.id())).isEqualTo(counted);
        assertThat(actions())
                .containsExactlyInAnyOrder("cardbody.configured", "cardbody.restocked");
    }

    /** Both have looked, and seen none of this id, before either of them writes. */
    @Test
    void refusesTheSecondOfTwoWhoConfigureTheSameNewBodyInTheSameMoment() throws Exception {
        IssuerWorld issuer = cast();
        CyclicBarrier looked = new CyclicBarrier(2);
        CardBodyRepository slow =
                new CardBodyRepository(entities, clock) {
                    @Override
                    Optional<CardBodyRow> hold(TenantId tenant, CardBodyId id) {
                        Optional<CardBodyRow> seen = stored.hold(tenant, id);
                        meet(looked);
                        return seen;
                    }

                    @Override
                    void addHead(TenantId tenant, CardBody body) {
                        stored.addHead(tenant, body);
                    }
                };
        CardBodies racing = new CardBodies(slow, work, audit, uses, clock);
        CardBody wish = preset();
        List<String> outcomes = new ArrayList<>();
        Callable<String> each = () -> outcome(racing, issuer, wish);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<String> one : two.invokeAll(List.of(each, each))) {
                outcomes.add(one.get());
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder("1", "CARD_BODY_CONFIGURED_MEANWHILE");
        assertThat(bodies.get(issuer.tenant(), wish.id()).version()).isEqualTo(1);
        assertThat(actions()).containsExactly("cardbody.configured");
    }

    private static String outcome(CardBodies racing, IssuerWorld issuer, CardBody wish) {
        try {
            return "" + racing.configure(issuer.administrator(), wish).version();
        } catch (Refusal e) {
            return e.code();
        }
    }

    private static void meet(CyclicBarrier place) {
        try {
            place.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the other one did not come", e);
        }
    }

    @Test
    void keepsWhatSomebodyElseConfiguredMeanwhile() {
        CardBody first = bodies.configure(cast().administrator(), preset());
        CardBody hers = bodies.configure(cast().administrator(), renamed(first, "Hers"));
        refused(
                "CARD_BODY_CONFIGURED_MEANWHILE",
                () -> bodies.configure(cast().administrator(), renamed(first, "His")));
        refused(
                "CARD_BODY_CONFIGURED_MEANWHILE",
                () -> bodies.configure(cast().administrator(), first.withVersion(0)));
        assertThat(bodies.get(cast().tenant(), first.id())).isEqualTo(hers);
    }

    @Test
    void turnsABodyThatNothingIsDrawnOn() {
        CardBody first = bodies.configure(cast().administrator(), preset());
        CardBody upright = bodies.configure(cast().administrator(), first.turned(true));
        assertThat(bodies.get(cast().tenant(), first.id())).isEqualTo(upright);
        assertThat(upright.version()).isEqualTo(2);
    }

    @Test
    void countsStockAnewWithoutANewVersion() {
        CardBody first = bodies.configure(cast().administrator(), preset());
        CardBody counted = bodies.restock(cast().administrator(), first.id(), 12);
        assertThat(counted.version()).isEqualTo(1);
        assertThat(bodies.get(cast().tenant(), first.id()).stock()).isEqualTo(12);
        refused("CARD_BODY_STOCK", () -> bodies.restock(cast().administrator(), first.id(), -1));
        refused(
                "NOT_FOUND",
                () ->
                        bodies.restock(
                                cast().administrator(), CardBodyId.next(Clock.systemUTC()), 1));
    }

    @Test
    void letsOnlyAdministratorsConfigure() {
        refused("PERMISSION_MISSING", () -> bodies.configure(cast().designer(), preset()));
        refused("PERMISSION_MISSING", () -> bodies.configure(cast().marketer(), preset()));
        refused("PERMISSION_MISSING", () -> bodies.restock(cast().auditor(), preset().id(), 1));
        refused("PERMISSION_MISSING", () -> bodies.list(cast().custodian()));
        assertThat(bodies.list(cast().auditor())).isEmpty();
        assertThat(actions()).isEmpty();
    }

    @Test
    void keepsOneTenantsBodiesFromTheOther() {
        CardBody body = bodies.configure(cast().administrator(), preset());
        IssuerWorld other = issuers.b();
        assertThat(bodies.list(other.administrator())).doesNotContain(body);
        refused("NOT_FOUND", () -> bodies.get(other.tenant(), body.id()));
        refused("NOT_FOUND", () -> bodies.get(other.tenant(), body.id(), 1));
        refused("NOT_FOUND", () -> bodies.restock(other.administrator(), body.id(), 1));
        refused("NOT_FOUND", () -> bodies.configure(other.administrator(), body));
        assertThat(bodies.get(cast().tenant(), body.id())).isEqualTo(body);
    }

    @Test
    void refusesAVersionThatNeverWas() {
        CardBody body = bodies.configure(cast().administrator(), preset());
        refused("NOT_FOUND", () -> bodies.get(cast().tenant(), body.id(), 2));
    }

    @Test
    void tellsTheTrailWhichVersionWasConfigured() {
        CardBody body = bodies.configure(cast().administrator(), preset());
        AuditRecord told = audit.page(cast().auditor(), AuditFilter.all(), 0, 10).getFirst();
        assertThat(told.subject()).isEqualTo(body.id().value());
        assertThat(told.details()).containsEntry("version", "1").containsEntry("name", body.name());
    }

    private List<String> actions() {
        AuditFilter ours = new AuditFilter(null, "cardbody.", null, null, null, null);
        return audit.page(cast().auditor(), ours, 0, 10).stream()
                .map(told -> told.action())
                .toList();
    }

    private CardBody preset() {
        return bodies.presets().getFirst();
    }

    private static CardBody renamed(CardBody body, String name) {
        return CardBodies.fromJson(CardBodies.toJson(body).replace(body.name(), name))
                .withStock(body.stock());
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
