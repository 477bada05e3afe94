package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationProfileTest {

    @TempDir Path data;

    @Test
    void shipsSoundProfiles() {
        for (String name : ApplicationProfiles.SHIPPED) {
            ApplicationProfile profile = new ApplicationProfiles(data).named(name);
            assertThat(profile.name()).isEqualTo(name);
            assertThat(profile.toString()).doesNotContain("REDACTED");
        }
    }

    /** EMV Book 3, 10.2: file, first and last record, how many are authenticated. */
    @Test
    void locatesTheRecordsOfItsFiles() {
        assertThat(EmvCertificatesTest.hex(profile("vis-like").fileLocator()))
                .isEqualTo("08010100" + "10010601" + "18010100");
        assertThat(EmvCertificatesTest.hex(profile("m-chip-like").fileLocator()))
                .isEqualTo("08010201" + "10010400");
    }

    /** A second chip type is a new file, no code. */
    @Test
    void readsAProfileThatAnOperatorAdds() throws Exception {
        String json = text("neutral").replace("F0434C4F4F4D0101", "F0434C4F4F4D0202");
        Files.createDirectory(data.resolve("chip-profiles"));
        Files.writeString(data.resolve("chip-profiles").resolve("transit.json"), json);
        Files.writeString(data.resolve("chip-profiles").resolve("neutral.json"), "{}");
        Files.writeString(data.resolve("chip-profiles").resolve("No Profile.json"), "{}");
        ApplicationProfiles profiles = new ApplicationProfiles(data);
        assertThat(profiles.names())
                .containsExactly("neutral", "neutral-pin", "vis-like", "m-chip-like", "transit");
        assertThat(profiles.named("transit").aid()).isEqualTo("F0434C4F4F4D0202");
        assertThat(profiles.named("neutral").aid())
                .as("what is shipped is not replaced")
                .isEqualTo("F0434C4F4F4D0101");
        refusedNamed(profiles, "missing");
        refusedNamed(profiles, "../keys/master");
        refusedNamed(profiles, "");
    }

    /** Profiles of before scripts read as they did, and have the preset. */
    @Test
    void readsHowCommandsAreMade() {
        assertThat(profile("neutral").script())
                .isEqualTo(new ApplicationProfile.Script(1, 239, List.of(), false, false));
        String json =
                text("neutral")
                        .replace(
                                "\"schema\": 1,",
                                "\"schema\": 1, \"script\": {\"groupings\": 3, \"bytes\": 255,"
                                        + " \"order\": [\"8205\", \"9102\", \"9000\"],"
                                        + " \"mixed\": true, \"dgiFormat\": true},");
        assertThat(ProfileReader.read(json.getBytes(StandardCharsets.UTF_8)).script())
                .isEqualTo(
                        new ApplicationProfile.Script(
                                3, 255, List.of(0x8205, 0x9102, 0x9000), true, true));
        String none = text("neutral").replace("\"schema\": 1,", "\"schema\": 1, \"script\": {},");
        assertThat(ProfileReader.read(none.getBytes(StandardCharsets.UTF_8)).script())
                .isEqualTo(ApplicationProfile.Script.PRESET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\": 1|\"schema\": 2",
                "\"aid\": \"F0434C4F4F4D0101\"|\"aid\": \"F043\"",
                "\"label\": \"CARDLOOM\"|\"label\": \"A LABEL THAT IS TOO LONG\"",
                "\"derivation\": \"OPTION_A\"|\"derivation\": \"OPTION_Z\"",
                "\"iccKeyBits\": 1152|\"iccKeyBits\": 1153",
                "\"iccKeyBits\": 1152|\"iccKeyBits\": 0",
                "\"82\": \"3800\"|\"82\": \"1800\"",
                "\"82\": \"3800\"|\"82\": \"7800\"",
                "\"82\": \"3800\"|\"82\": \"38\"",
                "\"82\": \"3800\"|\"82\": \"38zz\"",
                "\"9F4A\": \"82\"|\"9F4A\": \"8284\"",
                "\"87\": \"01\"|\"5A\": \"1234\"",
                "\"87\": \"01\"|\"DF01\": \"01\"",
                "\"9F42\": \"0756\"|\"9F43\": \"0756\"",
                "\"dgi\": \"0302\"|\"dgi\": \"0307\"",
                "\"dgi\": \"0302\"|\"dgi\": \"0301\"",
                "\"dgi\": \"0302\"|\"dgi\": \"302\"",
                "\"dgi\": \"0302\"|\"dgi\": \"9104\"",
                "\"signed\": true|\"signed\": true, \"template\": \"77\"",
                "\"tags\": [\"9F47\"|\"signed\": true, \"tags\": [\"9F47\"",
                "\"template\": \"A5\"|\"template\": \"5A\"",
                "\"dgi\": \"9102\"|\"dgi\": \"9102\", \"signed\": true",
                "\"8000\"|\"80\"",
                "42031E031F00|41031E031F00",
                "\"schema\": 1,|\"schema\": 1, \"pin\": {\"dgi\": \"8010\", \"format\": 1},",
                "\"schema\": 1,|\"schema\": 1, \"script\": [],",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"groupings\": 0},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"groupings\": 256},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"groupings\": \"1\"},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"bytes\": 31},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"bytes\": 256},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"mixed\": 1},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"dgiFormat\": \"yes\"},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"dgi\": true},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"order\": [\"9999\"]},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"order\": [\"8206\"]},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"order\": [\"91\"]},",
                "\"schema\": 1,|\"schema\": 1, \"script\": {\"order\": [\"0101\", \"0101\"]},"
            })
    void refusesAProfileThatIsNotSound(String good, String bad) {
        String json = text("neutral");
        assertThat(json).contains(good);
        refused(json.replace(good, bad));
    }

    /** EMV Book 3, C3: a method that asks the card for its PIN, and the PIN, come together. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4403410342031E031F00|42031E031F00",
                "\"format\": 1|\"format\": 0",
                "\"format\": 1|\"format\": 4",
                "\"format\": 1|\"format\": 5",
                "\"format\": 1,|",
                "\"dgi\": \"8010\"|\"dgi\": \"8000\"",
                "\"dgi\": \"8010\"|\"dgi\": \"8201\"",
                "\"dgi\": \"8010\"|\"dgi\": \"10\"",
                "\"9010\"|\"8010\"",
                "\"9010\"|\"9000\"",
                "\"0303\"}|\"030303\"}",
                "\"0303\"}|\"3\"}",
                "\"0303\"}|\"\"}",
                "\"pin\": {|\"pin\": {\"limit\": 3,"
            })
    void refusesAProfileWhosePinIsNotSound(String good, @Nullable String bad) {
        String json = text("neutral-pin");
        assertThat(json).contains(good);
        refused(json.replace(good, bad == null ? "" : bad));
    }

    @Test
    void throwsNothingButTheRefusalForTenThousandChangedProfiles() {
        Random random = new Random(3);
        byte[] json = ApplicationProfiles.shipped("vis-like");
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] changed = json.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(32, 127);
            }
            try {
                ProfileReader.read(changed);
            } catch (Refusal e) {
                assertThat(e.code()).isEqualTo("CHIP_PROFILE");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
        refused("[".repeat(60_000));
        refused(" ".repeat(70_000));
        refused("");
        refused("null");
    }

    private ApplicationProfile profile(String name) {
        return new ApplicationProfiles(data).named(name);
    }

    private static String text(String name) {
        return new String(ApplicationProfiles.shipped(name), StandardCharsets.UTF_8);
    }

    private static void refused(String json) {
        assertThatThrownBy(() -> ProfileReader.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.code()).isEqualTo("CHIP_PROFILE"));
    }

    private static void refusedNamed(ApplicationProfiles profiles, String name) {
        assertThatThrownBy(() -> profiles.named(name))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.code()).isEqualTo("NOT_FOUND"));
    }
}
