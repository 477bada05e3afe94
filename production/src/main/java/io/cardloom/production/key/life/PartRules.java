package io.cardloom.production.key.life;

import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a part has to be, and who may hold one. */
final class PartRules {

    private PartRules() {}

    /** What was typed, as bytes; the caller wipes both. */
    static byte[] read(char[] typed) {
        byte[] part = new byte[typed.length / 2 + 1];
        int digits = 0;
        for (char c : typed) {
            if (Character.isWhitespace(c) || c == '-') {
                continue;
            }
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                Arrays.fill(part, (byte) 0);
                throw Refusal.invalid(
                        "KEY_COMPONENT_CHARACTERS",
                        "A part is written with the digits 0 to 9 and the letters A to F. Enter it"
                                + " again from the paper.");
            }
            part[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
            digits++;
        }
        if (digits % 2 != 0) {
            Arrays.fill(part, (byte) 0);
            throw Refusal.invalid(
                    "KEY_COMPONENT_LENGTH",
                    "A character is missing, or there is one too many. Enter the part again from"
                            + " the paper.");
        }
        byte[] exact = Arrays.copyOf(part, digits / 2);
        Arrays.fill(part, (byte) 0);
        return exact;
    }

    static void requireParts(CeremonyRow ceremony) {
        if (!ceremony.kind.takesParts()) {
            throw Refusal.invalid("CEREMONY_TAKES_NO_PARTS", "This ceremony is only attended.");
        }
    }

    static void require(CeremonyRow ceremony, byte[] part) {
        requireParts(ceremony);
        if (part.length != ceremony.keyKind.bytes()) {
            throw Refusal.invalid(
                    "KEY_COMPONENT_LENGTH",
                    "A part of this key has "
                            + 2 * ceremony.keyKind.bytes()
                            + " hexadecimal characters.");
        }
        int any = 0;
        for (byte b : part) {
            any |= b;
        }
        if (any == 0) {
            throw Refusal.invalid(
                    "KEY_COMPONENT_WEAK",
                    "A part of zeros would leave the key to the others. Enter yours.");
        }
    }

    /** Two equal components cancel each other out. */
    static void requireNew(
            KeyCheckValue checkValue, CustodianRow own, List<CustodianRow> custodians) {
        if (custodians.stream()
                .filter(c -> !c.id.equals(own.id))
                .anyMatch(c -> checkValue.hex6().equals(c.checkValue))) {
            throw Refusal.conflict(
                    "KEY_COMPONENT_REPEATED",
                    "Another custodian brought this part. Look at the number on your envelope.");
        }
    }

    /** The component that the person holds now. */
    static ComponentRow held(List<ComponentRow> all, PersonId person) {
        return all.stream()
                .filter(c -> c.personId.equals(person.value()))
                .filter(
                        c ->
                                all.stream()
                                        .filter(o -> o.number == c.number)
                                        .max(Comparator.comparingInt(o -> o.turn))
                                        .filter(last -> last.id.equals(c.id))
                                        .isPresent())
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.conflict(
                                        "COMPONENT_NOT_HELD",
                                        "You hold no part of this version of the key."));
    }

    static void requireFirst(List<ComponentRow> all, PersonId person) {
        if (all.stream().anyMatch(c -> c.personId.equals(person.value()))) {
            throw Refusal.conflict(
                    "CUSTODIAN_SECOND_COMPONENT",
                    "This custodian holds or held a part of this key, and never gets a second one."
                            + " Name somebody else.");
        }
    }
}
