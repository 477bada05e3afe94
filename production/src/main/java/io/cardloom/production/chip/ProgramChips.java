package io.cardloom.production.chip;

import io.cardloom.production.emv.ApplicationProfiles;
import io.cardloom.production.emv.CertifiedKey;
import io.cardloom.production.emv.ChipIssuers;
import io.cardloom.production.emv.ChipProgram;
import io.cardloom.production.emv.ChipPrograms;
import io.cardloom.production.emv.ChipPublicKey;
import io.cardloom.production.emv.IssuerKey;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door by which custodians give programs a chip. */
@Component
public class ProgramChips {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ChipPrograms chips;
    private final ChipIssuers issuers;
    private final ApplicationProfiles profiles;
    private final Programs programs;

    ProgramChips(
            ChipPrograms chips,
            ChipIssuers issuers,
            ApplicationProfiles profiles,
            Programs programs) {
        this.chips = chips;
        this.issuers = issuers;
        this.profiles = profiles;
        this.programs = programs;
    }

    /** The names of the profiles, those shipped first. */
    public List<String> profiles() {
        return profiles.names();
    }

    /**
     * The issuer's keys, to be certified, and those that were; the newest first.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code
     *     KEY_MISSING} when the device has none yet
     */
    public List<IssuerPublicKey> issuerKeys(Actor actor) {
        return issuers.list(actor).stream().map(ProgramChips::told).toList();
    }

    /** The lengths of modulus that the next key may have, in bits. */
    public List<Integer> issuerKeyBits() {
        return ChipIssuers.BITS;
    }

    /**
     * Makes the issuer's next key; programs go on with theirs until they get a certificate for it.
     * Not to be called inside other work.
     *
     * @throws Refusal as {@link ChipIssuers#make}
     */
    public void makeIssuerKey(Actor actor, int bits) {
        issuers.make(actor, bits);
    }

    /**
     * Asks for the destruction of a key that signs for no program.
     *
     * @throws Refusal as {@link ChipIssuers#ask}
     */
    public void askToDestroyIssuerKey(Actor actor, int number) {
        issuers.ask(actor, number);
    }

    /**
     * Confirms it and destroys the key. Not to be called inside other work.
     *
     * @throws Refusal as {@link ChipIssuers#confirm}
     */
    public void destroyIssuerKey(Actor actor, int number) {
        issuers.confirm(actor, number);
    }

    /**
     * Takes back what was asked for.
     *
     * @throws Refusal as {@link ChipIssuers#keep}
     */
    public void keepIssuerKey(Actor actor, int number) {
        issuers.keep(actor, number);
    }

    /**
     * What the program's chips hold; empty when its cards have none.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     *     for a program that is not there, or a profile that was removed; {@code
     *     ISSUER_CERTIFICATE} when the certificate is for another key than the issuer has now;
     *     {@code CHIP_PROFILE} when the profile is not sound any more
     */
    public Optional<ChipSetting> find(Actor actor, ProgramId program) {
        actor.require(Permission.KEEP_KEYS);
        programs.get(actor, program);
        return chips.find(actor.tenant(), program).map(ProgramChips::told);
    }

    /**
     * Gives the program's cards a chip from the next run on, or another one.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     *     for a program or a profile that is not there; {@code CHIP_HEXADECIMAL}, {@code
     *     CHIP_AUTHORITY_KEY}, {@code CHIP_PROFILE}, {@code ISSUER_CERTIFICATE}, {@code
     *     CHIP_KEY_LENGTH}, {@code CHIP_RECORD_LENGTH}; {@code ISSUER_KEY_NONE}, {@code
     *     SIGNING_KEY_SETTLED} (conflicts)
     */
    public void setUp(Actor actor, ProgramId program, String profile, AuthorityAnswer answer) {
        actor.require(Permission.KEEP_KEYS);
        chips.configure(
                actor,
                program,
                profile,
                index(answer.index()),
                authority(answer),
                new CertifiedKey(
                        bytes("The certificate", answer.certificate()),
                        bytes("The remainder", answer.remainder()),
                        chips.issuerKey(actor).exponentBytes()));
    }

    /**
     * Has the program's runs say, from the next preparation on, with which commands the chip's data
     * are stored (column {@code script} of {@code chip.csv}), or say them no longer.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     *     for a program that is not there; {@code CHIP_MISSING} (conflict) for one without a chip
     */
    public void writeScripts(Actor actor, ProgramId program, boolean on) {
        chips.writeScripts(actor, program, on);
    }

    private static IssuerPublicKey told(IssuerKey key) {
        ChipPublicKey half = key.key();
        return new IssuerPublicKey(
                key.issuer().number(),
                key.issuer().bits(),
                half == null ? "" : HEX.formatHex(half.modulusBytes()),
                half == null ? 0 : half.exponent(),
                key.programs(),
                key.state(),
                key.askedBy(),
                key.endedAt());
    }

    private static ChipSetting told(ChipProgram chip) {
        return new ChipSetting(
                chip.profile().name(),
                chip.issuer().content().iin(),
                chip.issuer().authorityIndex(),
                chip.issuer().content().expiry().printed(),
                chip.scripts());
    }

    private static int index(String digits) {
        byte[] index = bytes("The index of the authority's key", digits);
        if (index.length != 1) {
            throw hexadecimal("The index of the authority's key");
        }
        return Byte.toUnsignedInt(index[0]);
    }

    private static ChipPublicKey authority(AuthorityAnswer answer) {
        byte[] modulus = bytes("The authority's modulus", answer.modulus());
        try {
            return new ChipPublicKey(new BigInteger(1, modulus), answer.exponent());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "CHIP_AUTHORITY_KEY",
                    "The authority's modulus has 64 to 248 bytes, its first bit set. Look for"
                            + " missing digits.");
        }
    }

    private static byte[] bytes(String what, String digits) {
        try {
            return HEX.parseHex(digits.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw hexadecimal(what);
        }
    }

    private static Refusal hexadecimal(String what) {
        return Refusal.invalid(
                "CHIP_HEXADECIMAL",
                what + " is written in digits 0 to 9 and letters A to F, two for each byte.");
    }
}
