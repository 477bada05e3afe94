package io.cardloom.production.traveldocument;

import static io.cardloom.production.traveldocument.DocumentChoices.chosen;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.document.AuthenticationKind;
import io.cardloom.production.document.DocumentProfile;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.DocumentPrograms;
import io.cardloom.production.document.DocumentSigners;
import io.cardloom.production.document.access.AccessCipher;
import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.lds.PaceProtocol;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.life.IssuerKey;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.IssuerKeys;
import io.cardloom.production.key.life.KeyState;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door by which custodians make the cards of programs identity documents, and sign them. */
@Component
public class ProgramDocuments {

    private static final int LINE = 64;

    private final DocumentPrograms documents;
    private final DocumentSigners signers;
    private final IssuerKeys keys;
    private final Programs programs;
    private final CardOrders orders;
    private final AccountVault vault;

    ProgramDocuments(
            DocumentPrograms documents,
            DocumentSigners signers,
            IssuerKeys keys,
            Programs programs,
            CardOrders orders,
            AccountVault vault) {
        this.orders = orders;
        this.vault = vault;
        this.keys = keys;
        this.documents = documents;
        this.signers = signers;
        this.programs = programs;
    }

    /**
     * What the documents of a program are; empty when its cards are none.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys or to place orders;
     *     {@code NOT_FOUND}
     */
    public Optional<DocumentSetting> find(Actor actor, ProgramId program) {
        if (!actor.may(Permission.PLACE_ORDER)) {
            actor.require(Permission.KEEP_KEYS);
        }
        programs.get(actor, program);
        return documents.inForce(actor.tenant(), program).map(ProgramDocuments::told);
    }

    /**
     * The format of an order's documents, such as TD1; empty when they are payment cards, and while
     * its list is not taken in.
     *
     * @throws Refusal as {@link CardOrders#get}
     */
    public Optional<String> format(Actor actor, CardOrderId order) {
        orders.get(actor, order);
        return vault.documents(actor.tenant(), order)
                .map(version -> documents.get(actor.tenant(), version).profile().format().name());
    }

    /**
     * Makes the program's cards identity documents, from the next list on.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND};
     *     {@code DOCUMENT_CHOICE}; {@code DOCUMENT_ACCESS} when anybody could read the chip; {@code
     *     DOCUMENT_TRANSPORT_KEY}
     */
    public void setUp(Actor actor, ProgramId program, DocumentSetting setting) {
        actor.require(Permission.KEEP_KEYS);
        documents.carry(
                actor,
                program,
                profile(setting),
                setting.drawnNumbers(),
                setting.transportKey().isEmpty()
                        ? null
                        : transportKey(actor, setting.transportKey()));
    }

    /**
     * Keys under which chips' keys may travel to the personalizer: the issuer's active AES key
     * encryption keys, which custodians share with him as components or a key block. The first one
     * means one that Cardloom makes, for demo and tests.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys
     */
    public List<DocumentChoice> transportKeys(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        List<DocumentChoice> choices = new ArrayList<>();
        choices.add(new DocumentChoice("", "Made by Cardloom, for demo and tests"));
        for (IssuerKey key : keys.list(actor)) {
            active(key)
                    .ifPresent(
                            version ->
                                    choices.add(
                                            new DocumentChoice(
                                                    key.id().value(),
                                                    key.name()
                                                            + ", check value "
                                                            + version.checkValue().hex6())));
        }
        return List.copyOf(choices);
    }

    private static Optional<IssuerKeyVersion> active(IssuerKey key) {
        return key.versions().stream()
                .filter(v -> key.usage() == KeyUsage.KEY_ENCRYPTION)
                .filter(v -> v.kind().algorithm() == KeyAlgorithm.AES)
                .filter(v -> v.state() == KeyState.ACTIVE)
                .findFirst();
    }

    private String transportKey(Actor actor, String id) {
        return keys.list(actor).stream()
                .filter(key -> key.id().value().equals(id) && active(key).isPresent())
                .map(key -> key.id().value())
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "DOCUMENT_TRANSPORT_KEY",
                                        "Chips' keys travel under an active AES key encryption key"
                                                + " (K0) of this issuer's. Custodians make or load"
                                                + " one in a ceremony and activate it."));
    }

    /**
     * Makes them payment cards again, from the next list on; orders stay what they are.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     */
    public void end(Actor actor, ProgramId program) {
        documents.end(actor, program);
    }

    /**
     * By which certificate documents are signed now; empty for none.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys
     */
    public Optional<InstalledSigner> signer(Actor actor) {
        return signers.current(actor).map(InstalledSigner::of);
    }

    /**
     * A certification request for the country's signing authority (PKCS #10), as text (PEM), of the
     * signer that waits for its certificate, or else of the next one. The one that signs goes on.
     *
     * @throws Refusal {@code PERMISSION_MISSING}, {@code SIGNER_NAME}
     */
    public String request(Actor actor, String country, String name) {
        byte[] der = signers.request(actor, country, name);
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + body
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    /**
     * Brings in what the authority made of a request.
     *
     * @param certificate as text (PEM)
     * @param authority its own certificate, as text
     * @throws Refusal {@code PERMISSION_MISSING}, {@code SIGNER_CERTIFICATE}, {@code SIGNER_OVER},
     *     {@code SIGNING_KEY_SETTLED}
     */
    public void install(Actor actor, String certificate, String authority) {
        signers.install(actor, bytes(certificate), bytes(authority));
    }

    private static byte[] bytes(String pem) {
        return pem.strip().getBytes(StandardCharsets.US_ASCII);
    }

    private static DocumentProfile profile(DocumentSetting setting) {
        PaceProtocol pace =
                setting.paceMapping().isEmpty()
                        ? null
                        : new PaceProtocol(
                                chosen(PaceProtocol.Mapping.values(), setting.paceMapping()),
                                chosen(AccessCipher.values(), setting.paceCipher()),
                                chosen(PaceProtocol.Curve.values(), setting.paceCurve()));
        return new DocumentProfile(
                chosen(MrzFormat.values(), setting.format()),
                chosen(LdsVersion.values(), setting.version()),
                chosen(GroupHash.values(), setting.hash()),
                setting.basicAccess(),
                pace,
                setting.authentication().isEmpty()
                        ? null
                        : chosen(AuthenticationKind.values(), setting.authentication()));
    }

    private static DocumentSetting told(DocumentProgram program) {
        DocumentProfile profile = program.profile();
        PaceProtocol pace = profile.pace();
        AuthenticationKind authentication = profile.authentication();
        return new DocumentSetting(
                profile.format().name(),
                profile.version().name(),
                profile.hash().name(),
                profile.basicAccess(),
                pace == null ? "" : pace.mapping().name(),
                pace == null ? "" : pace.cipher().name(),
                pace == null ? "" : pace.curve().name(),
                authentication == null ? "" : authentication.name(),
                program.drawnNumbers(),
                Objects.requireNonNullElse(program.transportKey(), ""));
    }
}
