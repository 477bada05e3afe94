package io.cardloom.production.document.lds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.document.access.AccessCipher;
import io.cardloom.production.document.mrz.AnyZone;
import io.cardloom.production.document.mrz.BirthDate;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG11File;
import org.jmrtd.lds.icao.DG12File;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {

    private static final int CASES = 10_000;
    private static final List<byte[]> KEYS = keys();

    /** A file as it is written from random content, and its reader written again. */
    enum Codec {
        COM(r -> any(r).bytes(), f -> CommonData.read(f).bytes()),
        DG1(
                r -> new ZoneData(AnyZone.fields(r, MrzFormat.TD1).zone(MrzFormat.TD1)).bytes(),
                f -> ZoneData.read(f).bytes()),
        DG2(
                r -> new FaceData(FacePicture.of(AnyPicture.any(r))).bytes(),
                f -> FaceData.read(f).bytes()),
        DG11(r -> holder(r).bytes(), f -> HolderDetails.read(f).bytes()),
        DG12(r -> issue(r).bytes(), f -> IssueDetails.read(f).bytes()),
        DG14(
                r -> features(r, true).dataGroup14().orElseThrow(),
                f -> SecurityFeatures.readDataGroup14(f).dataGroup14().orElseThrow()),
        DG15(
                r -> AuthenticationData.of(KEYS.get(r.nextInt(KEYS.size()))).bytes(),
                f -> AuthenticationData.read(f).bytes()),
        CARD_ACCESS(
                r -> features(r, false).cardAccess().orElseThrow(),
                f -> SecurityFeatures.readCardAccess(f).cardAccess().orElseThrow());

        private final Function<Random, byte[]> writer;
        private final UnaryOperator<byte[]> reader;

        Codec(Function<Random, byte[]> writer, UnaryOperator<byte[]> reader) {
            this.writer = writer;
            this.reader = reader;
        }
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void readsBackWhatItWrites(Codec codec) {
        Random random = new Random(codec.ordinal());
        for (int i = 0; i < CASES; i++) {
            byte[] file = codec.writer.apply(random);
            if (!Arrays.equals(codec.reader.apply(file), file)) {
                assertThat(codec.reader.apply(file)).as("case %d", i).isEqualTo(file);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void saysNothingElseOfAChangedFileThanThatItIsMalformed(Codec codec) {
        Random random = new Random(77 + codec.ordinal());
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] file = changed(codec.writer.apply(random), random);
            try {
                assertThat(Arrays.equals(codec.reader.apply(file), file)).isTrue();
            } catch (MalformedFile e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(CASES / 10);
    }

    /** ICAO Doc 9303-11, appendix G.1: ECDH with generic mapping, AES-128, parameters 13. */
    @Test
    void writesTheCardAccessOfTheStandard() {
        PaceProtocol protocol =
                new PaceProtocol(
                        PaceProtocol.Mapping.GENERIC,
                        AccessCipher.AES_128,
                        PaceProtocol.Curve.BRAINPOOL_P256R1);
        assertThat(hex(new SecurityFeatures(protocol, false).cardAccess().orElseThrow()))
                .isEqualTo("31143012060A04007F0007020204020202010202010D");
    }

    @Test
    void announcesPaceAsAnIndependentReaderUnderstandsIt() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            SecurityFeatures features = features(random, false);
            PaceProtocol protocol = java.util.Objects.requireNonNull(features.pace());
            byte[] file = features.cardAccess().orElseThrow();
            SecurityInfo info =
                    new CardAccessFile(new ByteArrayInputStream(file))
                            .getSecurityInfos()
                            .iterator()
                            .next();
            String name = info.getObjectIdentifier();
            assertThat(info).isInstanceOf(PACEInfo.class);
            assertThat(PACEInfo.toCipherAlgorithm(name))
                    .isEqualTo(protocol.cipher() == AccessCipher.TDEA ? "DESede" : "AES");
            assertThat(PACEInfo.toKeyLength(name)).isEqualTo(protocol.cipher().bytes() * 8);
            assertThat(PACEInfo.toMappingType(name).name())
                    .isEqualTo(protocol.mapping() == PaceProtocol.Mapping.GENERIC ? "GM" : "IM");
        }
    }

    @Test
    void givesAnIndependentReaderTheFaceWithItsSize() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            FacePicture picture = FacePicture.of(AnyPicture.any(random));
            FaceImageInfo face =
                    new DG2File(new ByteArrayInputStream(new FaceData(picture).bytes()))
                            .getFaceInfos()
                            .getFirst()
                            .getFaceImageInfos()
                            .getFirst();
            assertThat(face.getWidth()).isEqualTo(picture.width());
            assertThat(face.getHeight()).isEqualTo(picture.height());
            assertThat(face.getImageDataType()).isEqualTo(picture.coding().ordinal());
            assertThat(face.getImageInputStream().readNBytes(face.getImageLength()))
                    .isEqualTo(picture.bytes());
        }
    }

    @Test
    void givesAnIndependentReaderTheDetails() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            HolderDetails holder = holder(random);
            DG11File eleven = new DG11File(new ByteArrayInputStream(holder.bytes()));
            assertThat(orEmpty(eleven.getNameOfHolder())).isEqualTo(holder.fullName());
            assertThat(orNone(eleven.getOtherNames())).isEqualTo(holder.otherNames());
            assertThat(orEmpty(eleven.getProfession())).isEqualTo(holder.profession());
            BirthDate birth = holder.birth();
            assertThat(orEmpty(eleven.getFullDateOfBirth()))
                    .isEqualTo(birth == null ? "" : birth.full());
            IssueDetails issue = issue(random);
            DG12File twelve = new DG12File(new ByteArrayInputStream(issue.bytes()));
            assertThat(orEmpty(twelve.getIssuingAuthority())).isEqualTo(issue.authority());
            assertThat(orNone(twelve.getNamesOfOtherPersons())).isEqualTo(issue.otherPersons());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FF",
                "FFD8",
                "FFD8FFD9",
                "FFD8FFDA0000",
                "FFD8FFE00001",
                "89504E470D0A1A0A",
                "FF4FFF51",
                "0000000C6A5020200D0A870A",
                "0000000C6A5020200D0A870A00000001"
            })
    void refusesPicturesThatAreNone(String hex) {
        assertThatThrownBy(() -> FacePicture.of(HexFormat.of().parseHex(hex)))
                .isInstanceOfSatisfying(
                        MalformedFile.class,
                        e -> assertThat(e.fault()).isEqualTo(MalformedFile.Fault.PICTURE));
    }

    @Test
    void refusesPicturesThatNoChipHolds() {
        byte[] large = Arrays.copyOf(AnyPicture.boxed(400, 500, 3), FacePicture.MAX_BYTES + 1);
        assertThatThrownBy(() -> FacePicture.of(large)).isInstanceOf(MalformedFile.class);
        assertThatThrownBy(() -> FacePicture.of(AnyPicture.boxed(400, 0, 3)))
                .isInstanceOf(MalformedFile.class);
        assertThatThrownBy(() -> FacePicture.of(AnyPicture.boxed(70_000, 500, 3)))
                .isInstanceOf(MalformedFile.class);
    }

    @Test
    void refusesWeakKeysAndNamedCurves() throws GeneralSecurityException {
        assertThatThrownBy(() -> AuthenticationData.of(rsa(1024)))
                .isInstanceOf(MalformedFile.class);
        KeyPairGenerator named = KeyPairGenerator.getInstance("EC");
        named.initialize(256);
        byte[] key = named.generateKeyPair().getPublic().getEncoded();
        assertThatThrownBy(() -> AuthenticationData.of(key)).isInstanceOf(MalformedFile.class);
    }

    @Test
    void refusesDetailsThatAreTooLongOrHoldTheFiller() {
        assertThatThrownBy(() -> HolderDetails.named("A".repeat(1025)).bytes())
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("DOCUMENT_DETAIL"));
        assertThatThrownBy(
                        () ->
                                new HolderDetails(
                                        "A",
                                        List.of(),
                                        "",
                                        null,
                                        List.of("A<B"),
                                        List.of(),
                                        "",
                                        "",
                                        "",
                                        "",
                                        ""))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("DOCUMENT_DETAIL"));
    }

    /** Changes one to three bytes, cuts, or adds. */
    static byte[] changed(byte[] file, Random random) {
        byte[] bytes = file.clone();
        for (int change = random.nextInt(3); change >= 0 && bytes.length > 0; change--) {
            int at =
                    random.nextInt(
                            random.nextBoolean() ? Math.min(40, bytes.length) : bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(4));
            }
        }
        return bytes;
    }

    private static CommonData any(Random random) {
        Set<ElementaryFile> groups = EnumSet.noneOf(ElementaryFile.class);
        for (ElementaryFile file : ElementaryFile.values()) {
            if (file.dataGroup() != 0 && random.nextBoolean()) {
                groups.add(file);
            }
        }
        return new CommonData(LdsVersion.values()[random.nextInt(2)], groups);
    }

    private static SecurityFeatures features(Random random, boolean signed) {
        PaceProtocol pace =
                new PaceProtocol(
                        PaceProtocol.Mapping.values()[random.nextInt(2)],
                        AccessCipher.values()[random.nextInt(4)],
                        PaceProtocol.Curve.values()[random.nextInt(7)]);
        boolean elliptic = signed && random.nextBoolean();
        return new SecurityFeatures(elliptic && random.nextBoolean() ? null : pace, elliptic);
    }

    private static HolderDetails holder(Random random) {
        return new HolderDetails(
                text(random),
                texts(random),
                text(random),
                random.nextBoolean() ? new BirthDate(1970, random.nextInt(13), 0) : null,
                texts(random),
                texts(random),
                text(random),
                text(random),
                text(random),
                text(random),
                text(random));
    }

    private static IssueDetails issue(Random random) {
        return new IssueDetails(
                text(random),
                random.nextBoolean() ? LocalDate.of(2026, 1 + random.nextInt(12), 1) : null,
                texts(random),
                text(random),
                text(random),
                random.nextBoolean() ? LocalDateTime.of(2026, 11, 22, 13, 0, 9) : null,
                text(random));
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.add("Ü" + text(random));
        }
        return texts;
    }

    private static String text(Random random) {
        String letters = "Aäß Ж王é-";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString().strip();
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> orNone(@org.jspecify.annotations.Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    private static List<byte[]> keys() {
        try {
            return List.of(rsa(2048), elliptic("secp256r1"), elliptic("secp384r1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic().getEncoded();
    }

    private static byte[] elliptic(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new java.security.spec.ECGenParameterSpec(curve));
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(
                        generator.generateKeyPair().getPublic().getEncoded());
        return Der.bytes(
                new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(
                                key.getAlgorithm().getAlgorithm(),
                                ECNamedCurveTable.getByName(curve)),
                        key.getPublicKeyData().getOctets()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
