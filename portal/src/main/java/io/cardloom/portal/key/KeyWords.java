package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.life.CeremonyKind;
import io.cardloom.production.key.life.CeremonyState;
import io.cardloom.production.key.life.IssuerKey;
import io.cardloom.production.key.life.KeyCeremony;
import io.cardloom.production.key.life.KeyState;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How keys and ceremonies read. */
final class KeyWords {

    private static final Map<String, String> STEPS =
            Map.ofEntries(
                    Map.entry("ceremony.opened", "Called the ceremony"),
                    Map.entry("ceremony.attended", "Took part"),
                    Map.entry("ceremony.partEntered", "Entered a part"),
                    Map.entry("ceremony.partTakenBack", "Took the part back"),
                    Map.entry("ceremony.contributed", "Confirmed the part"),
                    Map.entry("ceremony.shareTaken", "Took a share away"),
                    Map.entry("ceremony.completed", "The ceremony is completed"),
                    Map.entry("ceremony.failed", "The ceremony failed"),
                    Map.entry("ceremony.abandoned", "The ceremony was abandoned"),
                    Map.entry("key.prepared", "The key is there, prepared"),
                    Map.entry("key.activated", "Activated"),
                    Map.entry("key.retired", "Retired"),
                    Map.entry("key.revoked", "Revoked"),
                    Map.entry("key.destroyed", "Destroyed"),
                    Map.entry("key.madeStandard", "Made the standard key of its use"),
                    Map.entry("key.componentHandedOver", "Handed a part over"));

    private KeyWords() {}

    /** What a ceremony is called. */
    static String title(CeremonyKind kind) {
        return switch (kind) {
            case GENERATE -> "Make a key";
            case GENERATE_SHARED -> "Make a key and share it";
            case COMPONENTS -> "Take a key in from components";
            case RESTORE -> "Restore a key from its shares";
            case IMPORT_BLOCK -> "Take in a key block";
            case EXPORT_BLOCK -> "Let a key out as a key block";
            case ACTIVATE -> "Activate a key";
            case RETIRE -> "Retire a key";
            case REVOKE -> "Revoke a key";
            case DESTROY -> "Destroy a key";
        };
    }

    static String usage(KeyUsage usage) {
        String words = plain(usage);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The same amid a sentence. */
    static String plain(KeyUsage usage) {
        return usage.words() + ", " + usage.code();
    }

    static String kind(KeyKind kind) {
        return switch (kind) {
            case TDEA_DOUBLE -> "Triple DES, two keys";
            case TDEA_TRIPLE -> "Triple DES, three keys";
            case AES_128 -> "AES-128";
            case AES_192 -> "AES-192";
            case AES_256 -> "AES-256";
        };
    }

    static StateMark mark(KeyState state) {
        return new StateMark(
                StateMark.words(state),
                switch (state) {
                    case ACTIVE -> Tone.GOOD;
                    case PREPARED -> Tone.LIVE;
                    case COMPROMISED -> Tone.STOP;
                    case RETIRED, DESTROYED -> Tone.QUIET;
                });
    }

    /** Where the ceremony stands, for this person. */
    static StateMark mark(KeyCeremony ceremony, @Nullable PersonId person) {
        if (waitsFor(ceremony, person)) {
            return new StateMark("Your turn", Tone.LIVE);
        }
        return switch (ceremony.state()) {
            case OPEN, DISTRIBUTING -> new StateMark("Waits for others", Tone.CARE);
            case COMPLETED -> new StateMark("Completed", Tone.GOOD);
            case FAILED -> new StateMark("Failed", Tone.STOP);
            case ABANDONED -> new StateMark("Abandoned", Tone.QUIET);
        };
    }

    static boolean waitsFor(KeyCeremony ceremony, @Nullable PersonId person) {
        return ceremony.custodians().stream()
                .filter(c -> c.person().equals(person))
                .anyMatch(
                        c ->
                                ceremony.state() == CeremonyState.OPEN && !c.came()
                                        || ceremony.state() == CeremonyState.DISTRIBUTING
                                                && !c.took());
    }

    /** A check value as it stands on paper; a dash when none is known. */
    static Span checkValue(@Nullable KeyCheckValue value) {
        Span text = new Span(value == null ? "–" : value.hex6());
        text.addClassName("cl-mono");
        return text;
    }

    /** A key by its name and what it is compared by, in a line. */
    static String withCheckValue(IssuerKey key) {
        return key.name()
                + key.active()
                        .map(version -> ", check value " + version.checkValue().hex6())
                        .orElse(", without an active version");
    }

    /** A list of what happened, oldest first. */
    static Component history(List<AuditRecord> entries) {
        Rows rows = new Rows("minmax(0, 1.4fr) minmax(0, 1fr)");
        for (AuditRecord entry : entries) {
            rows.line(
                    Rows.name(STEPS.getOrDefault(entry.action(), entry.action()), facts(entry)),
                    Rows.name(entry.who(), Reading.moment(entry.at())));
        }
        return rows;
    }

    private static String facts(AuditRecord entry) {
        StringBuilder facts = new StringBuilder();
        fact(facts, "version ", entry.details().get("version"));
        fact(facts, "part ", entry.details().get("number"));
        fact(facts, "check value ", entry.details().get("kcv"));
        return facts.toString();
    }

    private static void fact(StringBuilder facts, String name, @Nullable String value) {
        if (value != null) {
            facts.append(facts.isEmpty() ? "" : ", ").append(name).append(value);
        }
    }
}
