package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.icao.LDSVersionInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What is signed in EF.SOD: the hash of each data group (LDS security object, ICAO Doc 9303-10,
 * 4.6.2).
 *
 * @param hashes by the number of the data group
 */
public record SecurityObject(LdsVersion version, GroupHash hash, Map<Integer, byte[]> hashes) {

    private static final int FEWEST = 2;

    public SecurityObject {
        hashes = new TreeMap<>(hashes);
    }

    /** Hashes the data groups among the files. */
    public static SecurityObject of(
            LdsVersion version, GroupHash hash, Collection<DocumentFile> files) {
        Map<Integer, byte[]> hashes = new TreeMap<>();
        for (DocumentFile file : files) {
            if (file.which().dataGroup() != 0) {
                hashes.put(file.which().dataGroup(), hash.of(file.content()));
            }
        }
        return new SecurityObject(version, hash, hashes);
    }

    /** DER. */
    byte[] bytes() {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(hash.identifier());
        DataGroupHash[] groups =
                hashes.entrySet().stream()
                        .map(e -> new DataGroupHash(e.getKey(), new DEROctetString(e.getValue())))
                        .toArray(DataGroupHash[]::new);
        LDSSecurityObject object =
                version == LdsVersion.V1_7
                        ? new LDSSecurityObject(algorithm, groups)
                        : new LDSSecurityObject(
                                algorithm,
                                groups,
                                new LDSVersionInfo(version.digits(), LdsVersion.UNICODE));
        return Der.bytes(object);
    }

    static SecurityObject read(byte[] der) {
        SecurityObject read =
                Der.guarded(
                        () -> {
                            LDSSecurityObject object =
                                    LDSSecurityObject.getInstance(ASN1Primitive.fromByteArray(der));
                            Map<Integer, byte[]> hashes = new TreeMap<>();
                            for (DataGroupHash group : object.getDatagroupHash()) {
                                hashes.put(
                                        group.getDataGroupNumber(),
                                        group.getDataGroupHashValue().getOctets());
                            }
                            return new SecurityObject(
                                    version(object.getVersionInfo()),
                                    hash(object.getDigestAlgorithmIdentifier()),
                                    hashes);
                        });
        if (read.hashes.size() < FEWEST || !Arrays.equals(read.bytes(), der)) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
        return read;
    }

    /**
     * Holds the data groups among the files against the hashes: all that are signed have to be
     * there, and none that is not.
     *
     * @throws MalformedFile HASH
     */
    public void check(Collection<DocumentFile> files) {
        SecurityObject there = of(version, hash, files);
        boolean same =
                there.hashes.keySet().equals(hashes.keySet())
                        && hashes.entrySet().stream()
                                .allMatch(
                                        e ->
                                                Arrays.equals(
                                                        e.getValue(),
                                                        there.hashes.get(e.getKey())));
        if (!same) {
            throw new MalformedFile(Fault.HASH);
        }
    }

    private static LdsVersion version(
            @org.jspecify.annotations.Nullable LDSVersionInfo information) {
        if (information == null) {
            return LdsVersion.V1_7;
        }
        LdsVersion version = CommonData.version(information.getLdsVersion());
        if (!information.getUnicodeVersion().equals(LdsVersion.UNICODE)) {
            throw new MalformedFile(Fault.VALUE);
        }
        return version;
    }

    private static GroupHash hash(AlgorithmIdentifier algorithm) {
        return Arrays.stream(GroupHash.values())
                .filter(h -> h.identifier().equals(algorithm.getAlgorithm()))
                .findFirst()
                .orElseThrow(() -> new MalformedFile(Fault.VALUE));
    }
}
