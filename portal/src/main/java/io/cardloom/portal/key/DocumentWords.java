package io.cardloom.portal.key;

import io.cardloom.production.traveldocument.DocumentChoice;
import io.cardloom.production.traveldocument.DocumentChoices;
import io.cardloom.production.traveldocument.DocumentSetting;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.permission.Actor;
import java.util.ArrayList;
import java.util.List;

/** A program's documents in one line. */
final class DocumentWords {

    private DocumentWords() {}

    static String of(Actor actor, ProgramDocuments documents, DocumentSetting setting) {
        List<String> words = new ArrayList<>();
        words.add(setting.format());
        words.add("data structure " + of(DocumentChoices.versions(), setting.version()));
        words.add(of(DocumentChoices.hashes(), setting.hash()));
        if (setting.basicAccess()) {
            words.add("basic access control");
        }
        if (!setting.paceMapping().isEmpty()) {
            words.add(
                    "PACE with "
                            + of(DocumentChoices.ciphers(), setting.paceCipher())
                            + " on "
                            + of(DocumentChoices.curves(), setting.paceCurve()));
        }
        if (!setting.authentication().isEmpty()) {
            words.add(
                    "active authentication with "
                            + of(DocumentChoices.authentications(), setting.authentication()));
        }
        words.add(
                setting.transportKey().isEmpty()
                        ? "keys travel under a demo key"
                        : "keys travel under "
                                + of(documents.transportKeys(actor), setting.transportKey()));
        return String.join(", ", words);
    }

    private static String of(List<DocumentChoice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.code().equals(code))
                .map(DocumentChoice::words)
                .findFirst()
                .orElse("a key that is not active");
    }
}
