package io.cardloom.production.document;

import io.cardloom.production.document.PreparedDocument.KeyRole;
import io.cardloom.production.document.access.AccessKeys;
import io.cardloom.production.document.access.CardAccessNumber;
import io.cardloom.production.document.lds.AuthenticationData;
import io.cardloom.production.document.lds.CommonData;
import io.cardloom.production.document.lds.DocumentFile;
import io.cardloom.production.document.lds.ElementaryFile;
import io.cardloom.production.document.lds.FaceData;
import io.cardloom.production.document.lds.HolderDetails;
import io.cardloom.production.document.lds.IssueDetails;
import io.cardloom.production.document.lds.PaceProtocol;
import io.cardloom.production.document.lds.SecurityFeatures;
import io.cardloom.production.document.lds.SecurityObject;
import io.cardloom.production.document.lds.SignedObject;
import io.cardloom.production.document.lds.ZoneData;
import io.cardloom.production.document.mrz.Mrz;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door of document preparation; runs come here, nobody from outside production. */
@Component
public class IdentityDocuments {

    private final DocumentKeystore keystore;
    private final DocumentSigners signers;

    IdentityDocuments(DocumentKeystore keystore, DocumentSigners signers) {
        this.keystore = keystore;
        this.signers = signers;
    }

    /**
     * Opens the keys for the documents of one piece of work, from one thread.
     *
     * @param transportKey as {@link DocumentProgram}
     * @throws io.cardloom.tenancy.refusal.Refusal {@code SIGNER_MISSING}, {@code
     *     SIGNER_KEY_MISSING}, {@code KEY_MISSING} (conflicts)
     */
    public Making begin(TenantId tenant, DocumentProfile profile, @Nullable String transportKey) {
        DocumentSigners.Turn turn = signers.current(tenant);
        DocumentSecurity security = keystore.documents(tenant, turn.number(), transportKey);
        return new Making(security, turn.certificateFor(security), profile);
    }

    /**
     * The same with keys at hand, for samples.
     *
     * @param signer the certificate of the keys' own signer
     */
    public static Making with(
            DocumentSecurity keys, X509Certificate signer, DocumentProfile profile) {
        return new Making(keys, signer, profile);
    }

    /** One document alone, see {@link Making#prepare}. */
    public PreparedDocument prepare(
            TenantId tenant, DocumentProfile profile, DocumentRecord record) {
        return begin(tenant, profile, null).prepare(record);
    }

    /** Makes documents of one profile, signed by one signer. */
    public static final class Making {

        private final DocumentSecurity security;
        private final X509Certificate signer;
        private final DocumentProfile profile;

        Making(DocumentSecurity security, X509Certificate signer, DocumentProfile profile) {
            this.security = security;
            this.signer = signer;
            this.profile = profile;
        }

        /** By which the personalizer knows that it has the key that chips' keys travel under. */
        public String transportCheckValue() {
            return security.transportCheckValue();
        }

        /**
         * The files and keys of one document, read back and checked before they are handed out.
         * Asked again it makes other ones: a new key pair for the chip, a new signature.
         *
         * @throws io.cardloom.tenancy.refusal.Refusal {@code MRZ_FIELD}, {@code
         *     TRAVEL_NAME_LENGTH}, {@code DOCUMENT_DETAIL} when the record does not fit the
         *     profile's format
         */
        public PreparedDocument prepare(DocumentRecord record) {
            Mrz zone = record.fields().zone(profile.format());
            Map<KeyRole, WrappedKey> keys = accessKeys(security, profile, record, zone);
            Map<ElementaryFile, byte[]> contents = details(record, zone);
            boolean elliptic = authentication(security, profile, contents, keys);
            SecurityFeatures features = new SecurityFeatures(profile.pace(), elliptic);
            features.cardAccess().ifPresent(f -> contents.put(ElementaryFile.CARD_ACCESS, f));
            features.dataGroup14().ifPresent(f -> contents.put(ElementaryFile.DG14, f));
            contents.put(
                    ElementaryFile.COM,
                    new CommonData(profile.version(), groups(contents)).bytes());
            SecurityObject object =
                    SecurityObject.of(profile.version(), profile.hash(), files(contents));
            contents.put(ElementaryFile.SOD, SignedObject.sign(object, signer, security::sign));
            List<DocumentFile> files = files(contents);
            DocumentCheck.check(files, signer);
            return new PreparedDocument(
                    zone,
                    files,
                    keys,
                    security.transportCheckValue(),
                    record.fields().name().isAltered(),
                    record.fields().name().isCut(profile.format()));
        }
    }

    private static Map<ElementaryFile, byte[]> details(DocumentRecord record, Mrz zone) {
        Map<ElementaryFile, byte[]> contents = new EnumMap<>(ElementaryFile.class);
        contents.put(ElementaryFile.DG1, new ZoneData(zone).bytes());
        contents.put(ElementaryFile.DG2, new FaceData(record.face()).bytes());
        HolderDetails holder = record.holder();
        if (holder != null) {
            contents.put(ElementaryFile.DG11, holder.bytes());
        }
        IssueDetails issue = record.issue();
        if (issue != null) {
            contents.put(ElementaryFile.DG12, issue.bytes());
        }
        return contents;
    }

    /** Adds the chip's own key pair; whether it is on a curve. */
    private static boolean authentication(
            DocumentSecurity security,
            DocumentProfile profile,
            Map<ElementaryFile, byte[]> contents,
            Map<KeyRole, WrappedKey> keys) {
        AuthenticationKind kind = profile.authentication();
        if (kind == null) {
            return false;
        }
        AuthenticationKey pair = security.authenticationKey(kind);
        AuthenticationData data = AuthenticationData.of(pair.publicKey());
        contents.put(ElementaryFile.DG15, data.bytes());
        keys.put(KeyRole.AUTHENTICATION, pair.privateKey());
        return data.isElliptic();
    }

    private static Map<KeyRole, WrappedKey> accessKeys(
            DocumentSecurity security, DocumentProfile profile, DocumentRecord record, Mrz zone) {
        Map<KeyRole, WrappedKey> keys = new EnumMap<>(KeyRole.class);
        if (profile.basicAccess()) {
            keys.put(KeyRole.BASIC_ENCRYPTION, wrapped(security, AccessKeys.encryption(zone)));
            keys.put(KeyRole.BASIC_MAC, wrapped(security, AccessKeys.mac(zone)));
        }
        PaceProtocol pace = profile.pace();
        if (pace != null) {
            keys.put(
                    KeyRole.PACE_ZONE, wrapped(security, AccessKeys.password(zone, pace.cipher())));
            CardAccessNumber number = record.accessNumber();
            if (number != null) {
                keys.put(
                        KeyRole.PACE_ACCESS_NUMBER,
                        wrapped(security, AccessKeys.password(number, pace.cipher())));
            }
        }
        return keys;
    }

    private static WrappedKey wrapped(DocumentSecurity security, byte[] key) {
        try {
            return security.wrap(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Set<ElementaryFile> groups(Map<ElementaryFile, byte[]> contents) {
        Set<ElementaryFile> groups = EnumSet.copyOf(contents.keySet());
        groups.removeIf(f -> f.dataGroup() == 0);
        return groups;
    }

    private static List<DocumentFile> files(Map<ElementaryFile, byte[]> contents) {
        return contents.entrySet().stream()
                .map(e -> new DocumentFile(e.getKey(), e.getValue()))
                .toList();
    }
}
