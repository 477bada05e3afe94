package io.cardloom.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.connectors.bureau.Packages;
import io.cardloom.connectors.registry.Connection;
import io.cardloom.connectors.registry.Drivers;
import io.cardloom.connectors.registry.Health;
import io.cardloom.connectors.simulator.EmbeddedBureau;
import io.cardloom.connectors.simulator.SimulatedEncoder;
import io.cardloom.production.key.OwnCertificates;
import io.cardloom.production.key.OwnPurpose;
import io.cardloom.production.output.Acknowledgement;
import io.cardloom.production.output.BureauGateway;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.output.HandOver;
import io.cardloom.production.output.PersonalizationDevice;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The room as the demo starts it: certificates from the registry, drivers as beans. */
@SpringBootTest(properties = {"cardloom.demo=true", "cardloom.data.folder=target/data-bureau"})
@Timeout(120)
class EmbeddedBureauInTheApplicationTest {

    @Autowired private EmbeddedBureau bureau;
    @Autowired private SimulatedEncoder encoder;
    @Autowired private Drivers drivers;
    @Autowired private Destinations destinations;
    @Autowired private List<BureauGateway> gateways;
    @Autowired private List<PersonalizationDevice> devices;
    @Autowired private Tenants tenants;
    @Autowired private Organizations organizations;
    @Autowired private OwnCertificates own;
    @Autowired private Clock clock;

    private TenantId tenant;
    private OrganizationId press;

    @BeforeEach
    void foundAnIssuerAndItsBureau() {
        tenant = tenants.found("Issuer " + System.nanoTime(), "cardloom");
        Actor system = Actor.system(tenant, "test");
        press = organizations.add(system, OrganizationKind.BUREAU, "Press " + System.nanoTime());
        bureau.introduce(system, press);
    }

    @Test
    void takesAPackageInTheTenantsNameAndAcknowledgesIt() throws Exception {
        bureau.introduce(Actor.system(tenant, "test"), press);
        Destination to = destination("sftp", Destination.Channel.BUREAU);
        drivers.judge(to);
        RunPackage what = Packages.of(12, 15, 40_000);
        assertThat(gateway().handOver(tenant, to, what)).isInstanceOf(HandOver.Delivered.class);
        Acknowledgement said = acknowledgement(to, what);
        assertThat(said.good()).isEqualTo(12);
        assertThat(said.left()).isEqualTo(3);
        assertThat(bureau.received(operator(tenant)))
                .singleElement()
                .satisfies(p -> assertThat(p.name()).isEqualTo(what.name().value()));
        assertThat(bureau.receivedAsJson(operator(tenant)))
                .contains(what.name().value())
                .contains("\"cards\":12");
    }

    @Test
    void takesPackagesBeforeAndAfterOurSigningCertificateIsReplaced() throws Exception {
        Destination to = destination("sftp", Destination.Channel.BUREAU);
        RunPackage before = Packages.of(12, 15, 1_000);
        assertThat(gateway().handOver(tenant, to, before)).isInstanceOf(HandOver.Delivered.class);
        String id = own.ask(actor(tenant, Role.KEY_CUSTODIAN), OwnPurpose.SIGNING, 0, 30);
        own.confirm(actor(tenant, Role.KEY_CUSTODIAN), id);
        RunPackage after = Packages.of(12, 15, 1_000);
        assertThat(gateway().handOver(tenant, to, after)).isInstanceOf(HandOver.Delivered.class);
        assertThat(acknowledgement(to, before).good()).isEqualTo(12);
        assertThat(acknowledgement(to, after).good()).isEqualTo(12);
    }

    @Test
    void showsABureausPeopleNothingOfOtherTenants() throws Exception {
        RunPackage what = Packages.of(12, 15, 1_000);
        Destination to = destination("sftp", Destination.Channel.BUREAU);
        assertThat(gateway().handOver(tenant, to, what)).isInstanceOf(HandOver.Delivered.class);
        assertThat(acknowledgement(to, what).good()).isEqualTo(12);
        TenantId other = tenants.found("Other " + System.nanoTime(), "cardloom");
        assertThat(bureau.received(operator(other))).isEmpty();
        Actor marketer = actor(tenant, Role.PARTNER_MARKETER);
        assertThatThrownBy(() -> bureau.received(marketer))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("PERMISSION_MISSING"));
    }

    @Test
    void knowsItsDriversAndRefusesOthers() {
        assertThat(drivers.all()).extracting(Connection::driver).containsExactly("msr605", "sftp");
        assertThat(devices).extracting(PersonalizationDevice::driver).contains("msr605");
        assertThatThrownBy(() -> drivers.judge(destination("ftp", Destination.Channel.BUREAU)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.code()).isEqualTo("DESTINATION_DRIVER_UNKNOWN"));
        assertThatThrownBy(() -> drivers.judge(destination("sftp", Destination.Channel.DEVICE)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("DESTINATION_CHANNEL"));
    }

    @Test
    void tellsTheHealthOfBureauAndEncoder() {
        assertThat(encoder.problem()).isEmpty();
        Destination press605 =
                new Destination(
                        DestinationId.next(clock),
                        "Encoder",
                        Destination.Channel.DEVICE,
                        "msr605",
                        null,
                        encoder.destinationSettings());
        assertThat(health(press605)).isEqualTo(Health.State.GOOD);
        assertThat(health(destination("sftp", Destination.Channel.BUREAU)))
                .isEqualTo(Health.State.GOOD);
        Destination elsewhere =
                new Destination(
                        DestinationId.next(clock),
                        "Elsewhere",
                        Destination.Channel.DEVICE,
                        "msr605",
                        null,
                        Map.of("port", "/dev/ttyS999"));
        assertThat(health(elsewhere)).isEqualTo(Health.State.UNREACHABLE);
    }

    @Test
    void checksAConfiguredDestinationForThoseWhoMaySeeProduction() {
        Destination configured =
                destinations.configure(
                        Actor.system(tenant, "test"),
                        destination("sftp", Destination.Channel.BUREAU));
        Health health = drivers.check(actor(tenant, Role.PRODUCTION_OPERATOR), configured.id());
        assertThat(health.state()).isEqualTo(Health.State.GOOD);
        assertThatThrownBy(
                        () -> drivers.check(actor(tenant, Role.ISSUER_DESIGNER), configured.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("PERMISSION_MISSING"));
        TenantId other = tenants.found("Other " + System.nanoTime(), "cardloom");
        assertThatThrownBy(
                        () ->
                                drivers.check(
                                        actor(other, Role.PRODUCTION_OPERATOR), configured.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private Health.State health(Destination destination) {
        return drivers.all().stream()
                .filter(c -> c.driver().equals(destination.driver()))
                .findFirst()
                .orElseThrow()
                .check(tenant, destination)
                .state();
    }

    private Acknowledgement acknowledgement(Destination from, RunPackage what) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Optional<Acknowledgement> said = gateway().acknowledgement(tenant, from, what.name());
        while (said.isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
            said = gateway().acknowledgement(tenant, from, what.name());
        }
        return said.get();
    }

    private BureauGateway gateway() {
        return gateways.stream().filter(g -> g.driver().equals("sftp")).findFirst().orElseThrow();
    }

    private Destination destination(String driver, Destination.Channel channel) {
        return new Destination(
                DestinationId.next(clock),
                "Press",
                channel,
                driver,
                press,
                bureau.destinationSettings());
    }

    private Actor operator(TenantId of) {
        return actor(of, Role.BUREAU_OPERATOR);
    }

    private Actor actor(TenantId of, Role role) {
        return new Actor(of, PersonId.next(clock), press, "Somebody", Set.of(role));
    }
}
