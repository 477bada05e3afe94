package io.cardloom.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class VerifyAuditTest {

    private static final Clock CLOCK = Clock.systemUTC();

    /** More than one stored head (each 100 entries), and a tail after the last. */
    private static final int ENTRIES = 230;

    @Autowired TenantWork work;
    @Autowired AuditTrail trail;
    @TempDir Path folder;

    @Value("${cardloom.data.folder}")
    Path data;

    private final TenantId tenant = TenantId.next(CLOCK);
    private final Actor auditor =
            new Actor(
                    tenant,
                    PersonId.next(CLOCK),
                    OrganizationId.next(CLOCK),
                    "Ada",
                    Set.of(Role.AUDITOR));
    private List<String> lines = List.of();
    private String said = "";

    @BeforeEach
    void layATrail() {
        lay(ENTRIES);
        lines = export();
    }

    private void lay(int count) {
        work.run(
                tenant,
                () -> {
                    for (int i = 0; i < count; i++) {
                        trail.record(
                                auditor,
                                new AuditEntry(
                                        "card.produced", "run_" + i, null, Map.of("é", "ü\n")));
                    }
                });
    }

    private List<String> export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trail.export(auditor, out);
        return List.of(out.toString(StandardCharsets.UTF_8).split("\n"));
    }

    private int verify(List<String> export, String... options) {
        return verify((String.join("\n", export) + "\n").getBytes(StandardCharsets.UTF_8), options);
    }

    private int verify(byte[] export, String... options) {
        try {
            Path file = Files.write(folder.resolve("export.jsonl"), export);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
            List<String> args = new ArrayList<>(List.of(file.toString()));
            args.addAll(List.of(options));
            int code = VerifyAudit.run(args, print, print);
            said = out.toString(StandardCharsets.UTF_8);
            return code;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String[] byKey() {
        return new String[] {"--fingerprint", trail.keyFingerprint()};
    }

    private String[] byWitness(SignedHead head) throws IOException {
        Path file = Files.createTempFile(folder, "witness", ".json");
        return new String[] {"--witness", Files.writeString(file, head.line()).toString()};
    }

    @Test
    void believesAWholeTrail() throws IOException {
        assertThat(verify(lines, byKey())).as(said).isZero();
        assertThat(said).startsWith("WHOLE: " + (ENTRIES + 1) + " entries of " + tenant);
        assertThat(lines.stream().filter(l -> l.startsWith("{\"head\""))).hasSize(3);
        assertThat(verify(lines, byWitness(trail.head(tenant)))).as(said).isZero();
        assertThat(
                        verify(
                                lines,
                                "--key",
                                data.resolve("keys").resolve(SigningKey.PUBLIC_FILE).toString()))
                .as(said)
                .isZero();
    }

    @Test
    void asksForSomethingToTrust() {
        assertThat(verify(lines)).isEqualTo(VerifyAudit.USAGE);
        assertThat(verify(lines, "--fingerprint", "ab")).isEqualTo(VerifyAudit.USAGE);
        assertThat(verify(lines, "--fingerprint")).isEqualTo(VerifyAudit.USAGE);
        assertThat(verify(lines, "--nonsense", "1")).isEqualTo(VerifyAudit.USAGE);
    }

    @Test
    void findsAnyFlippedBit() throws IOException {
        List<String> few = new ArrayList<>(shortTrail());
        byte[] whole = (String.join("\n", few) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(verify(whole, byKey())).as(said).isZero();
        Trust trust = new Trust(trail.keyFingerprint(), List.of());
        for (int i = 0; i < whole.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) (1 << bit);
                assertThat(isWhole(trust, flipped)).as("bit %d of byte %d", bit, i).isFalse();
            }
        }
    }

    private static boolean isWhole(Trust trust, byte[] export) throws IOException {
        try {
            new TrailReader(trust).read(new java.io.ByteArrayInputStream(export));
            return true;
        } catch (BrokenTrail e) {
            return false;
        }
    }

    /** A trail of its own, of three entries. */
    private List<String> shortTrail() {
        TenantId other = TenantId.next(CLOCK);
        Actor there =
                new Actor(
                        other,
                        PersonId.next(CLOCK),
                        OrganizationId.next(CLOCK),
                        "Bo",
                        Set.of(Role.AUDITOR));
        work.run(
                other,
                () -> {
                    trail.record(there, AuditEntry.of("design.frozen", "dsn_é"));
                    trail.record(there, AuditEntry.of("design.edited", "dsn_2"));
                });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trail.export(there, out);
        return List.of(out.toString(StandardCharsets.UTF_8).split("\n"));
    }

    @Test
    void findsADeletedTail() throws IOException {
        List<String> headless = lines.subList(0, lines.size() - 4);
        assertThat(verify(headless, byKey())).isEqualTo(VerifyAudit.BROKEN);
        assertThat(said).contains("does not end with a signed head");

        int firstHead = indexOf("{\"head\"");
        List<String> cutAtAHead = lines.subList(0, firstHead + 1);
        assertThat(verify(cutAtAHead, byKey())).as("needs a witness").isZero();
        assertThat(said).contains("without a witnessed head");
        assertThat(verify(cutAtAHead, byWitness(trail.head(tenant)))).isEqualTo(VerifyAudit.BROKEN);
        assertThat(said).contains("the tail is missing: " + (ENTRIES + 1));

        assertThat(verify(List.of(lines.getFirst(), lines.get(1)), byKey()))
                .isEqualTo(VerifyAudit.BROKEN);
        assertThat(verify(new byte[0], byKey())).isEqualTo(VerifyAudit.BROKEN);
    }

    private int indexOf(String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no line starts with " + start);
    }

    @Test
    void findsSwappedMissingAndDoubledRows() {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 7, 8);
        assertThat(verify(swapped, byKey())).isEqualTo(VerifyAudit.BROKEN);
        assertThat(said).contains("line 8:").contains("swapped");

        List<String> missing = new ArrayList<>(lines);
        missing.remove(50);
        assertThat(verify(missing, byKey())).isEqualTo(VerifyAudit.BROKEN);
        assertThat(said).contains("missing");

        List<String> doubled = new ArrayList<>(lines);
        doubled.add(50, lines.get(50));
        assertThat(verify(doubled, byKey())).isEqualTo(VerifyAudit.BROKEN);
    }

    @Test
    void findsARechainedTrail() throws Exception {
        List<String> rechained = rechain("run_5", "run_x");
        assertThat(verify(rechained, byKey())).isEqualTo(VerifyAudit.BROKEN);
        assertThat(said).contains("the chain was rewritten");

        // Without the heads on the way, and with the last one's numbers put right.
        List<String> bare = rechained.stream().filter(l -> !l.startsWith("{\"head\"")).toList();
        String hash = TrailLine.parse(bare.getLast()).text("hash");
        List<String> forged = new ArrayList<>(bare);
        forged.add(lines.getLast().replaceFirst("\"hash\":\"\\w+\"", "\"hash\":\"" + hash + "\""));
        assertThat(verify(forged, byKey())).isEqualTo(VerifyAudit.BROKEN);
        assertThat(said).contains("not signed by that key");
    }

    @Test
    void findsATrailSignedWithAnotherKey() throws Exception {
        List<String> bare =
                rechain("run_5", "run_x").stream().filter(l -> !l.startsWith("{\"head\"")).toList();
        SigningKey other = SigningKey.in(folder.resolve("other"));
        String key = Base64.getEncoder().encodeToString(other.publicKey().getEncoded());
        List<String> forged = new ArrayList<>(bare);
        forged.set(
                0, bare.getFirst().replaceFirst("\"key\":\"[^\"]+\"", "\"key\":\"" + key + "\""));
        String hash = TrailLine.parse(bare.getLast()).text("hash");
        forged.add(SignedHead.sign(tenant, ENTRIES + 1, hash, CLOCK.instant(), other).line());

        assertThat(verify(forged, "--fingerprint", PublicKeys.fingerprint(other.publicKey())))
                .as("the forgery is a good one: " + said)
                .isZero();
        assertThat(verify(forged, byKey())).isEqualTo(VerifyAudit.BROKEN);
        assertThat(said).contains("another key");
        assertThat(verify(forged, byWitness(trail.head(tenant)))).isEqualTo(VerifyAudit.BROKEN);
    }

    @Test
    void findsATrailRewrittenBySomebodyWithTheKey() throws Exception {
        SignedHead witnessed = trail.head(tenant);
        List<String> bare =
                rechain("run_5", "run_x").stream().filter(l -> !l.startsWith("{\"head\"")).toList();
        String hash = TrailLine.parse(bare.getLast()).text("hash");
        SigningKey stolen = SigningKey.in(data.resolve("keys"));
        List<String> forged = new ArrayList<>(bare);
        forged.add(SignedHead.sign(tenant, ENTRIES + 1, hash, CLOCK.instant(), stolen).line());
        assertThat(verify(forged, byKey())).as(said).isZero();
        assertThat(verify(forged, byWitness(witnessed))).isEqualTo(VerifyAudit.BROKEN);
        assertThat(said).contains("not the one that was witnessed");
    }

    /** Changes one entry and computes every later hash anew, as the database's owner could. */
    private List<String> rechain(String from, String to) throws BrokenTrail {
        List<String> rechained = new ArrayList<>();
        String previous = Sha256.NOTHING;
        for (String line : lines) {
            TrailLine parsed = TrailLine.parse(line);
            if (parsed.has("entry")) {
                String entry =
                        parsed.inner("entry")
                                .replace("\"" + from + "\"", "\"" + to + "\"")
                                .replaceFirst(
                                        "\"previous\":\"\\w+\"",
                                        "\"previous\":\"" + previous + "\"");
                previous = Sha256.hex(entry);
                rechained.add("{\"entry\":" + entry + ",\"hash\":\"" + previous + "\"}");
            } else {
                rechained.add(line);
            }
        }
        return rechained;
    }

    @Test
    void runsWithoutSpringInAJvmOfItsOwn() throws Exception {
        String path =
                Arrays.stream(System.getProperty("java.class.path").split(":"))
                        .filter(
                                Pattern.compile("/(target/classes|jackson-[^/]+\\.jar)$")
                                        .asPredicate())
                        .collect(Collectors.joining(":"));
        assertThat(path).doesNotContain("spring");
        Path file = folder.resolve("export.jsonl");
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertThat(inAJvm(path, file)).isZero();
        Files.writeString(file, String.join("\n", lines).replace("run_77", "run_78") + "\n");
        assertThat(inAJvm(path, file)).isEqualTo(1);
    }

    private int inAJvm(String path, Path file) throws Exception {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        path,
                                        VerifyAudit.class.getName(),
                                        file.toString()),
                                Arrays.stream(byKey()))
                        .toList();
        Process verifier = new ProcessBuilder(command).inheritIO().start();
        assertThat(verifier.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return verifier.exitValue();
    }

    @Test
    void letsOnlyAnAuditorRead() {
        Actor designer =
                new Actor(
                        tenant,
                        PersonId.next(CLOCK),
                        OrganizationId.next(CLOCK),
                        "Di",
                        Set.of(Role.ISSUER_DESIGNER));
        List<Runnable> readings =
                List.of(
                        () -> trail.export(designer, new ByteArrayOutputStream()),
                        () -> trail.page(designer, AuditFilter.all(), 0, 1),
                        () -> trail.count(designer, AuditFilter.all()),
                        () -> trail.story(designer, "ab".repeat(32)));
        for (Runnable reading : readings) {
            assertThatThrownBy(reading::run)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            r -> assertThat(r.code()).isEqualTo("PERMISSION_MISSING"));
        }
    }
}
