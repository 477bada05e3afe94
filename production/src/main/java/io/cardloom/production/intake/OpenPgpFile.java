package io.cardloom.production.intake;

import io.cardloom.production.key.OpenPgpCertificate;
import io.cardloom.production.key.store.OpenPgpKeys;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.UnsupportedPacketVersionException;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.PublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.util.io.Streams;

/**
 * Opens an OpenPGP message (RFC 4880, RFC 9580): encrypted and integrity protected data, maybe
 * compressed, of a signed list.
 */
final class OpenPgpFile {

    private static final Set<Integer> HASHES =
            Set.of(
                    HashAlgorithmTags.SHA256,
                    HashAlgorithmTags.SHA384,
                    HashAlgorithmTags.SHA512,
                    HashAlgorithmTags.SHA3_256,
                    HashAlgorithmTags.SHA3_512);

    private OpenPgpFile() {}

    /**
     * Reads the list, then checks the integrity of the whole and the signature. The caller acts on
     * what it read only after this has returned.
     *
     * @return fingerprint of the key that signed
     * @throws Refusal {@code INTAKE_TOO_LARGE}, {@code INTAKE_CIPHER}, {@code INTAKE_NOT_FOR_US},
     *     {@code INTAKE_CERTIFICATE_OVER}, {@code INTAKE_SIGNER_UNKNOWN}; {@code
     *     INTAKE_NOT_GENUINE} for every other way in which it is not what the issuer sent
     */
    static String read(
            InputStream sent,
            IntakeKeys.OpenPgp intake,
            Collection<OpenPgpCertificate> trusted,
            SignedFile.Content content) {
        try {
            InputStream binary =
                    PGPUtil.getDecoderStream(CmsFile.limited(sent, ListOpening.MOST_BYTES));
            PGPObjectFactory outer = objects(binary);
            Object first = outer.nextObject();
            if (first instanceof PGPMarker) {
                first = outer.nextObject();
            }
            if (!(first instanceof PGPEncryptedDataList list)) {
                throw ListOpening.notGenuine();
            }
            ForUs opened = forUs(list, intake);
            PGPPublicKeyEncryptedData forUs = opened.data();
            PublicKeyDataDecryptorFactory key =
                    new BcPublicKeyDataDecryptorFactory(opened.by().key());
            requireCipher(forUs, key);
            InputStream clear = forUs.getDataStream(key);
            String signer = signed(objects(clear), trusted, content);
            Streams.drain(clear);
            if (!forUs.verify() || outer.nextObject() != null) {
                throw ListOpening.notGenuine();
            }
            return signer;
        } catch (CmsFile.TooLong | Spool.TooLong e) {
            throw ListOpening.tooLarge();
        } catch (PGPException | IOException e) {
            throw ListOpening.notGenuine();
        } catch (ClassCastException
                | ArithmeticException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | UnsupportedOperationException
                | PGPRuntimeOperationException
                | UnsupportedPacketVersionException
                | org.bouncycastle.crypto.RuntimeCryptoException e) {
            // What the parser throws at bytes that are no OpenPGP.
            throw ListOpening.notGenuine();
        }
    }

    private record ForUs(PGPPublicKeyEncryptedData data, OpenPgpKeys.Identity by) {
        @Override
        public String toString() {
            return "ForUs[REDACTED]";
        }
    }

    private static ForUs forUs(PGPEncryptedDataList list, IntakeKeys.OpenPgp intake)
            throws IOException {
        for (OpenPgpKeys.Identity each : intake.open()) {
            for (PGPEncryptedData data : list) {
                if (data instanceof PGPPublicKeyEncryptedData known
                        && known.getKeyID() == each.key().getKeyID()) {
                    return new ForUs(known, each);
                }
            }
        }
        for (byte[] over : intake.over()) {
            if (isFor(list, over)) {
                throw IntakeKeys.over();
            }
        }
        throw Refusal.invalid(
                "INTAKE_NOT_FOR_US",
                "The file is not encrypted to this issuer's Cardloom intake key. Fetch the key anew"
                        + " and encrypt to it, with its id shown.");
    }

    private static boolean isFor(PGPEncryptedDataList list, byte[] armored) throws IOException {
        PGPPublicKeyRing ring =
                new PGPPublicKeyRing(
                        PGPUtil.getDecoderStream(new ByteArrayInputStream(armored)),
                        new BcKeyFingerprintCalculator());
        for (PGPEncryptedData data : list) {
            if (data instanceof PGPPublicKeyEncryptedData known
                    && ring.getPublicKey(known.getKeyID()) != null) {
                return true;
            }
        }
        return false;
    }

    private static void requireCipher(
            PGPPublicKeyEncryptedData data, PublicKeyDataDecryptorFactory key) throws PGPException {
        boolean sealed = data.isIntegrityProtected() || data.isAEAD();
        if (!sealed || data.getSymmetricAlgorithm(key) != SymmetricKeyAlgorithmTags.AES_256) {
            throw Refusal.invalid(
                    "INTAKE_CIPHER",
                    "The file has to be encrypted with AES-256 and integrity protected.");
        }
    }

    private static String signed(
            PGPObjectFactory objects,
            Collection<OpenPgpCertificate> trusted,
            SignedFile.Content content)
            throws IOException, PGPException {
        PGPObjectFactory inner = objects;
        Object next = inner.nextObject();
        if (next instanceof PGPCompressedData compressed) {
            inner = objects(compressed.getDataStream());
            next = inner.nextObject();
        }
        if (!(next instanceof PGPOnePassSignatureList announced) || announced.isEmpty()) {
            throw ListOpening.notGenuine();
        }
        List<Announced> signers = announced(announced, trusted);
        if (!(inner.nextObject() instanceof PGPLiteralData literal)) {
            throw ListOpening.notGenuine();
        }
        InputStream plain = new Hashed(literal.getInputStream(), signers);
        content.read(plain);
        Streams.drain(plain);
        if (!(inner.nextObject() instanceof PGPSignatureList signatures)) {
            throw ListOpening.notGenuine();
        }
        return verified(signatures, signers);
    }

    private record Announced(PGPOnePassSignature signature, OpenPgpCertificate by) {}

    private static List<Announced> announced(
            PGPOnePassSignatureList list, Collection<OpenPgpCertificate> trusted)
            throws PGPException {
        List<Announced> found = new ArrayList<>();
        for (PGPOnePassSignature signature : list) {
            for (OpenPgpCertificate certificate : trusted) {
                PGPPublicKey key = certificate.signingKey(signature.getKeyID()).orElse(null);
                if (key != null && HASHES.contains(signature.getHashAlgorithm())) {
                    signature.init(new BcPGPContentVerifierBuilderProvider(), key);
                    found.add(new Announced(signature, certificate));
                }
            }
        }
        if (found.isEmpty()) {
            throw Refusal.invalid(
                    "INTAKE_SIGNER_UNKNOWN",
                    "The file is signed, but by a key that is not registered for this issuer or has"
                            + " expired, or with a weak hash. Have a key custodian register it.");
        }
        return found;
    }

    private static String verified(PGPSignatureList signatures, List<Announced> signers)
            throws PGPException {
        for (PGPSignature signature : signatures) {
            for (Announced signer : signers) {
                boolean document =
                        signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT
                                || signature.getSignatureType()
                                        == PGPSignature.CANONICAL_TEXT_DOCUMENT;
                if (document
                        && signature.getKeyID() == signer.signature().getKeyID()
                        && signer.signature().verify(signature)) {
                    return signer.by().fingerprint();
                }
            }
        }
        throw ListOpening.notGenuine();
    }

    private static PGPObjectFactory objects(InputStream in) {
        return new PGPObjectFactory(in, new BcKeyFingerprintCalculator());
    }

    /** Shows the signatures what passes by. */
    private static final class Hashed extends FilterInputStream {

        private final List<Announced> signers;

        Hashed(InputStream in, List<Announced> signers) {
            super(in);
            this.signers = signers;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) {
                signers.forEach(s -> s.signature().update((byte) c));
            }
            return c;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                signers.forEach(s -> s.signature().update(bytes, offset, count));
            }
            return count;
        }
    }
}
