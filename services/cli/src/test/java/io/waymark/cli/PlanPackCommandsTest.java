package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.waymark.cli.pack.FakeServices;
import io.waymark.cli.pack.PackFolder;
import io.waymark.proto.indicator.v1.CheckedDecomposition;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.FindingGravity;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.LinkedTarget;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RelatedPlan;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.type.v1.LocalizedText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan office's commands over packs: diff, load, export, decomposition. */
class PlanPackCommandsTest {
  private final FakeServices services = new FakeServices(() -> Fixtures.NOW);
  private final Path directory;
  private final Server server;
  private final PackFolder pack;

  PlanPackCommandsTest(@TempDir Path directory) throws Exception {
    this.directory = directory;
    Path keys = Files.createDirectories(directory.resolve("home").resolve("keys"));
    String key = new ECKeyGenerator(Curve.P_256).keyID("test").generate().toJSONString();
    Files.writeString(keys.resolve("issuer.jwk"), key);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    services.all().forEach(builder::addService);
    server = builder.build().start();
    pack = PackFolder.sound(Files.createDirectories(directory.resolve("pack")));
  }

  @AfterEach
  void close() {
    server.shutdownNow();
    services.close();
  }

  @Test
  void aNewVersionIsShownBeforeItIsLoadedAndNothingIsWritten() {
    assertThat(run("plan", "load", "pack").exit()).isZero();
    pack.change("targets.csv", "drainage,20,30,ge", "drainage,25,30,ge");
    pack.change("targets.csv", "leakage-2030,leakage,8,,le,2030-12-31,,,\n", "");

    Golden.check("plan-diff-en", run("plan", "diff", "pack").out());
    Golden.check("plan-diff-zh", run("plan", "diff", "pack", "--lang", "zh").out());
    var json =
        JsonParser.parseString(run("plan", "diff", "pack", "--json").out()).getAsJsonObject();
    assertThat(json.get("changes").getAsJsonArray()).hasSize(2);
    assertThat(json.get("targetsThatNeedAnInstrument").getAsJsonArray().get(0).getAsString())
        .isEqualTo("drainage-2030");

    Town.Run load = run("plan", "load", "pack");
    assertThat(load.out()).contains("targets.csv: 1 loaded before", "leakage-2030");
    assertThat(run("plan", "diff", "pack").out()).contains("stays");
  }

  @Test
  void aPackThatIsLoadedAlreadyChangesNothing() {
    assertThat(run("plan", "diff", "pack").out()).contains("not loaded yet");
    run("plan", "load", "pack");

    assertThat(run("plan", "diff", "pack").out()).contains("would change nothing");
  }

  @Test
  void aLoadedPlanIsWrittenBackAsFolderAndAsWorkbook() {
    run("plan", "load", "pack");

    Town.Run folder = run("plan", "export", "--plan", "p1", "out");
    assertThat(folder.out()).startsWith("p1: written to out (files: 8, rows: 13)");
    Town.Run workbook = run("plan", "export", "--plan", "p1", "out.xlsx");
    assertThat(workbook.exit()).isZero();
    assertThat(run("plan", "diff", "out").out()).contains("would change nothing");
    assertThat(run("plan", "diff", "out.xlsx").out()).contains("would change nothing");
    assertThat(run("plan", "validate", "out.xlsx").exit()).isZero();
  }

  @Test
  void anExportNeverOverwritesAndNeedsALoadedPlan() {
    assertThat(run("plan", "export", "--plan", "p1", "out").err())
        .startsWith("plan: p1 (expected: a plan that is loaded)");
    run("plan", "load", "pack");

    Town.Run run = run("plan", "export", "--plan", "p1", "pack");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("PATH: pack (expected: a new file, or a folder without");
  }

  @Test
  void decompositionTellsWhatIsWrongThenTheSharesThenTheLinks() {
    services.indicator().decomposed(decomposition());
    run("plan", "load", "pack");

    Golden.check("plan-decomposition-en", run("plan", "decomposition").out());
    Golden.check("plan-decomposition-zh", run("plan", "decomposition", "--lang", "zh").out());
    assertThat(run("plan", "decomposition", "--json").out())
        .contains("\"fault\": \"DECOMPOSITION_FAULT_SHORT\"");
  }

  private static GetDecompositionResponse decomposition() {
    Decomposition shares =
        Decomposition.newBuilder()
            .setTargetId("jobs-2030")
            .setKind(ShareKind.SHARE_KIND_DISTRICT)
            .setMethod(ShareMethod.SHARE_METHOD_SUM)
            .addShares(
                Share.newBuilder()
                    .setAssignee("jiangan")
                    .setValue("70")
                    .setChildPlanId("jiangan-15")
                    .setChildTargetId("jobs-2030"))
            .addShares(Share.newBuilder().setAssignee("hanyang").setValue("50"))
            .addShares(Share.newBuilder().setAssignee("wuchang").setNone(true))
            .build();
    return GetDecompositionResponse.newBuilder()
        .setPlan(Plan.newBuilder().setPlanId("wuhan-15").setName(text("武汉规划", "Wuhan's plan")))
        .setTargets(142)
        .addUndecomposedTargetIds("rail-transit-length-2030")
        .addDecompositions(
            CheckedDecomposition.newBuilder()
                .setDecomposition(shares)
                .setName(text("城镇新增就业人数", "New urban jobs"))
                .setUnit(text("万人", "10,000 persons"))
                .setExpected("125")
                .setCombined("120")
                .setTolerance("0.125")
                .addAssignees(text("江岸区", "Jiangan"))
                .addAssignees(text("汉阳区", "Hanyang"))
                .addAssignees(text("武昌区", "Wuchang")))
        .addFindings(
            DecompositionFinding.newBuilder()
                .setFault(DecompositionFault.DECOMPOSITION_FAULT_SHORT)
                .setGravity(FindingGravity.FINDING_GRAVITY_FAULT)
                .setTargetId("jobs-2030")
                .setWords(text("分解合计 120 万人，少 5 万人。", "The shares come to 120: 5 too little.")))
        .addRelated(
            RelatedPlan.newBuilder()
                .setPlan(
                    Plan.newBuilder()
                        .setPlanId("jiangan-15")
                        .setName(text("江岸区规划", "Jiangan's plan")))
                .setLinks(1))
        .addLinks(
            LinkedTarget.newBuilder()
                .setName(text("城镇新增就业人数", "New urban jobs"))
                .setChildFigure(text("≥ 70 万人", "≥ 70 10,000 persons"))
                .setParentFigure(text("≥ 125 万人", "≥ 125 10,000 persons"))
                .setChildDue("2030-12-31")
                .setParentDue("2030-12-31"))
        .build();
  }

  private Town.Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            Map.of(
                "WAYMARK_HOME",
                "home",
                "WAYMARK_SERVER",
                "localhost:" + server.getPort(),
                "LANG",
                "en_GB.UTF-8"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            directory,
            Clock.fixed(Fixtures.NOW, ZoneOffset.UTC),
            Locale.ENGLISH);
    int exit = Waymark.run(environment, arguments);
    return new Town.Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
