package io.cardloom.portal.key;

import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.traveldocument.InstalledSigner;
import io.cardloom.production.traveldocument.NumberedSigner;
import io.cardloom.production.traveldocument.SignerStanding;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of document signers. */
final class SignerWords {

    private SignerWords() {}

    static boolean waitsFor(NumberedSigner signer, @Nullable PersonId person) {
        return signer.standing() == SignerStanding.ASKED
                && person != null
                && !person.equals(signer.askedBy());
    }

    static StateMark mark(NumberedSigner signer, @Nullable PersonId person) {
        return switch (signer.standing()) {
            case WAITS -> new StateMark("Waits", Tone.LIVE);
            case SIGNS -> new StateMark("Signs", Tone.GOOD);
            case CERTIFICATE_OVER -> new StateMark("Nobody signs", Tone.CARE);
            case OVER -> new StateMark("Over", Tone.CARE);
            case ASKED ->
                    waitsFor(signer, person)
                            ? new StateMark("Your turn", Tone.CARE)
                            : new StateMark("To be confirmed", Tone.LIVE);
            case ENDING -> new StateMark("Being destroyed", Tone.CARE);
            case DESTROYED -> new StateMark("Destroyed", Tone.QUIET);
        };
    }

    static String story(NumberedSigner signer, Map<PersonId, String> names) {
        return switch (signer.standing()) {
            case WAITS -> "Waits for the authority's certificate";
            case SIGNS -> certificate(signer.certificate());
            case CERTIFICATE_OVER -> certificate(signer.certificate()) + "; request the next one's";
            case OVER -> certificate(signer.certificate()) + "; its key is not destroyed yet";
            case ASKED -> asker(signer, names) + " asks to destroy its private key";
            case ENDING -> "Its destruction is confirmed and not finished; finish it";
            case DESTROYED ->
                    "Private key destroyed"
                            + (signer.endedAt() == null
                                    ? ""
                                    : " " + Reading.moment(signer.endedAt()));
        };
    }

    private static String certificate(@Nullable InstalledSigner certificate) {
        return certificate == null
                ? ""
                : certificate.subject()
                        + ", certified by "
                        + certificate.authority()
                        + ", serial number "
                        + certificate.serial()
                        + ", good until "
                        + Reading.moment(certificate.until());
    }

    private static String asker(NumberedSigner signer, Map<PersonId, String> names) {
        PersonId asker = signer.askedBy();
        return asker == null ? "Somebody" : Custodians.name(names, asker);
    }
}
