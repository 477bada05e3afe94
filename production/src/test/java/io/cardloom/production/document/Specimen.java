package io.cardloom.production.document;

import io.cardloom.production.document.access.AccessCipher;
import io.cardloom.production.document.access.CardAccessNumber;
import io.cardloom.production.document.lds.AnyPicture;
import io.cardloom.production.document.lds.FacePicture;
import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.HolderDetails;
import io.cardloom.production.document.lds.IssueDetails;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.lds.PaceProtocol;
import io.cardloom.production.document.mrz.BirthDate;
import io.cardloom.production.document.mrz.MrzFields;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.production.document.mrz.Sex;
import io.cardloom.production.document.mrz.TravelName;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Documents of Utopia, the State of ICAO's specimens; nobody's. */
final class Specimen {

    private static final BirthDate BIRTH = new BirthDate(1974, 8, 12);

    private Specimen() {}

    static PaceProtocol pace() {
        return new PaceProtocol(
                PaceProtocol.Mapping.GENERIC,
                AccessCipher.AES_128,
                PaceProtocol.Curve.BRAINPOOL_P256R1);
    }

    static DocumentProfile profile(MrzFormat format, LdsVersion version) {
        return new DocumentProfile(format, version, GroupHash.SHA_256, true, pace(), null);
    }

    /** The specimen of docs/identity-documents.md. */
    static DocumentRecord record(MrzFormat format) {
        boolean booklet = format == MrzFormat.TD3;
        MrzFields fields =
                new MrzFields(
                        booklet ? "P" : "I",
                        "UTO",
                        TravelName.of("Eriksson", "Anna Maria"),
                        booklet ? "L898902C3" : "D23145890",
                        "UTO",
                        BIRTH,
                        Sex.FEMALE,
                        LocalDate.of(2012, 4, 15),
                        "",
                        "");
        HolderDetails holder =
                new HolderDetails(
                        "ERIKSSON<<ANNA MARIA",
                        List.of("ÖBERG<<ANNA"),
                        "",
                        BIRTH,
                        List.of("ZENITH", "UTOPIA"),
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        "");
        IssueDetails issue =
                new IssueDetails(
                        "ZENITH",
                        LocalDate.of(2007, 4, 16),
                        List.of(),
                        "",
                        "",
                        LocalDateTime.of(2007, 4, 16, 9, 30),
                        "");
        return new DocumentRecord(
                fields,
                FacePicture.of(AnyPicture.codeStream(413, 531, 3)),
                holder,
                issue,
                new CardAccessNumber("123456"));
    }
}
