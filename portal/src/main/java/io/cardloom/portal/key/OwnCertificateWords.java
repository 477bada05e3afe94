package io.cardloom.portal.key;

import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.key.OwnCertificate;
import io.cardloom.production.key.OwnCertificateState;
import io.cardloom.production.key.OwnPurpose;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of Cardloom's own certificates. */
final class OwnCertificateWords {

    private OwnCertificateWords() {}

    static String title(OwnPurpose purpose) {
        return switch (purpose) {
            case INTAKE -> "Lists by CMS";
            case OPENPGP_INTAKE -> "Lists by OpenPGP";
            case SIGNING -> "Packages";
        };
    }

    /** What its users do with it. */
    static String use(OwnPurpose purpose) {
        return switch (purpose) {
            case INTAKE -> "Issuers encrypt cardholder lists to it.";
            case OPENPGP_INTAKE -> "Issuers whose tool is gpg encrypt cardholder lists to it.";
            case SIGNING -> "Bureaus check by it that a package is Cardloom's.";
        };
    }

    static boolean waitsFor(OwnCertificate certificate, @Nullable PersonId person) {
        return certificate.state() == OwnCertificateState.ASKED
                && person != null
                && !person.equals(certificate.askedBy());
    }

    static StateMark mark(OwnCertificate certificate, @Nullable PersonId person) {
        return switch (certificate.state()) {
            case ASKED ->
                    waitsFor(certificate, person)
                            ? new StateMark("Your turn", Tone.CARE)
                            : new StateMark("To be confirmed", Tone.LIVE);
            case CONFIRMED -> new StateMark("Being made", Tone.LIVE);
            case COMING -> new StateMark("Coming", Tone.LIVE);
            case ACTIVE -> new StateMark("In use", Tone.GOOD);
            case OUTGOING -> new StateMark("Going", Tone.CARE);
            case RETIRED -> new StateMark("Over", Tone.QUIET);
            case DESTROYED -> new StateMark("Destroyed", Tone.QUIET);
            case ABANDONED -> new StateMark("Abandoned", Tone.QUIET);
        };
    }

    static String story(OwnCertificate certificate, Map<PersonId, String> names) {
        return switch (certificate.state()) {
            case ASKED ->
                    by(certificate.askedBy(), names)
                            + " asks for it: "
                            + plan(certificate.leadDays(), certificate.overlapDays());
            case CONFIRMED -> "Confirmed; its key pair is made within a minute";
            case COMING -> "Used from " + moment(certificate.from()) + "; fetch it before then";
            case ACTIVE ->
                    (certificate.from() == null
                                    ? "Good until "
                                    : "Since " + moment(certificate.from()) + ", good until ")
                            + moment(certificate.notAfter());
            case OUTGOING -> outgoing(certificate);
            case RETIRED ->
                    "Over since "
                            + moment(certificate.overAt())
                            + "; its key waits for lists that came before";
            case DESTROYED -> "Private key destroyed " + moment(certificate.endedAt());
            case ABANDONED -> "Never made; abandoned " + moment(certificate.endedAt());
        };
    }

    /** What a confirmed renewal comes to. */
    static String plan(int leadDays, int overlapDays) {
        return (leadDays == 0
                        ? "used at once, "
                        : "announced for " + days(leadDays) + " before it is used, ")
                + (overlapDays == 0
                        ? "and the present one ends then"
                        : "and the present one stays " + days(overlapDays) + " more");
    }

    private static String outgoing(OwnCertificate certificate) {
        return (certificate.purpose() == OwnPurpose.SIGNING
                        ? "Signs nothing new; its key stays until "
                        : "Lists encrypted to it are taken until ")
                + moment(certificate.overAt());
    }

    private static String days(int days) {
        return Reading.count(days, "day", "days");
    }

    private static String by(@Nullable PersonId person, Map<PersonId, String> names) {
        return person == null ? "Cardloom" : Custodians.name(names, person);
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : Reading.moment(at);
    }
}
