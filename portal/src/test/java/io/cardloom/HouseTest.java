package io.cardloom;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** The laws of the house (ARCHITECTURE.md), held by the build. */
class HouseTest {

    /** The tests of the rooms below come in a jar of their own. */
    private static final ImportOption NO_TESTS =
            location ->
                    ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location)
                            && !location.contains("-tests.jar");

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("io.cardloom");

    /** Who is who, and which issuers there are: the tables that belong to no tenant. */
    private static final String[] GLOBAL = {
        "io.cardloom.tenancy.identity", "io.cardloom.tenancy.organization"
    };

    private static final List<String> UPWARDS =
            List.of("tenancy", "designer", "production", "connectors", "portal");

    @Test
    void everyModuleReachesOthersOnlyThroughTheirOpenPackages() {
        ApplicationModules.of(CardloomApplication.class, NO_TESTS).verify();
    }

    @Test
    void nobodyReachesUp() {
        for (int low = 0; low < UPWARDS.size(); low++) {
            for (int high = low + 1; high < UPWARDS.size(); high++) {
                noClasses()
                        .that()
                        .resideInAPackage("io.cardloom." + UPWARDS.get(low) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.cardloom." + UPWARDS.get(high) + "..")
                        .check(HOUSE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenancy", "designer", "production", "connectors", "portal"})
    void theFeaturesOfARoomDoNotGoInCircles(String room) {
        slices().matching("io.cardloom." + room + ".(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().should(liveInANullMarkedPackage()).check(HOUSE);
    }

    @Test
    void vaadinStaysInThePortal() {
        noClasses()
                .that(not(resideInAPackage("io.cardloom.portal..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..")
                .check(HOUSE);
    }

    @Test
    void quartzStaysInTheSchedule() {
        noClasses()
                .that(not(resideInAPackage("io.cardloom.production.schedule..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.quartz..")
                .check(HOUSE);
    }

    @Test
    void accountDataStaysBehindItsFence() {
        noClasses()
                .that(
                        not(
                                resideInAPackage("io.cardloom.production..")
                                        .or(resideInAPackage("io.cardloom.connectors.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.cardloom.production.accountdata..")
                .check(HOUSE);
    }

    @Test
    void onlyProductionOpensTheVaultAndTheKeys() {
        noClasses()
                .that(not(resideInAPackage("io.cardloom.production..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.cardloom.production.dataprep..",
                        "io.cardloom.production.document..",
                        "io.cardloom.production.emv..",
                        "io.cardloom.production.key.store..",
                        "io.cardloom.production.magstripe..",
                        "io.cardloom.production.printdata..",
                        "io.cardloom.production.vault..",
                        "io.cardloom.production.verification..")
                .check(HOUSE);
    }

    @Test
    void nativeSqlIsWrittenInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.cardloom.tenancy.audit.AuditRepository")
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "writes native SQL",
                                call -> call.getTarget().getName().startsWith("createNative")))
                .check(HOUSE);
    }

    @Test
    void theTimeComesFromTheInjectedClock() {
        noClasses()
                .that(
                        not(
                                DescribedPredicate.describe(
                                        "CardloomApplication",
                                        c -> c.isEquivalentTo(CardloomApplication.class))))
                .should()
                .callMethodWhere(asksForTheTimeItself())
                .check(HOUSE);
    }

    @Test
    void workIsDoneInTheTenantsOwnTransaction() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc.core..")
                .check(HOUSE);
    }

    @Test
    void everyCallOfARepositoryNamesTheTenantFirst() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(org.springframework.stereotype.Repository.class)
                .and()
                .areNotPrivate()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(GLOBAL)
                .should(takeTheTenantFirst())
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaAccess<?>> asksForTheTimeItself() {
        Set<Class<?>> clocks =
                Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);
        return DescribedPredicate.describe(
                "asks for the time itself",
                access -> {
                    JavaClass owner = access.getTargetOwner();
                    String name = access.getTarget().getName();
                    return (name.equals("now")
                                    && clocks.stream().anyMatch(owner::isEquivalentTo)
                                    && access.getTarget().getFullName().endsWith("now()"))
                            || (owner.isEquivalentTo(System.class)
                                    && name.equals("currentTimeMillis"))
                            || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"));
                });
    }

    private static ArchCondition<JavaMethod> takeTheTenantFirst() {
        return new ArchCondition<>("take a TenantId first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean first =
                        !method.getRawParameterTypes().isEmpty()
                                && method.getRawParameterTypes()
                                        .getFirst()
                                        .isEquivalentTo(TenantId.class);
                if (!first) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                        type.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                if (!marked) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
