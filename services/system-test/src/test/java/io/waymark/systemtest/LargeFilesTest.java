package io.waymark.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.systemtest.CommandLine.Ended;
import io.waymark.testkit.RealPartsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bureau's workbook of ten thousand rows and the plan office's packs, through the command line
 * into real services.
 */
@RealPartsTest
@ExtendWith({SharedCity.class, RegistryHeap.class})
@Order(6)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeFilesTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("waymark.root", "../..")).resolve("deploy/sample");
  private static final int PROJECTS = 100;
  private static final int GOOD = 9950;

  private final City city;
  private final CommandLine waymark;

  LargeFilesTest(City city) {
    this.city = city;
    waymark = new CommandLine(city);
  }

  // ---- a bureau's workbook ----

  @Test
  void theGoodRowsOfTenThousandLandAndTheFiftyFaultyOnesComeBackNamed() throws Exception {
    importRoads();
    Path workbook = city.home.resolve("june.xlsx");
    Path faults = city.home.resolve("faults.tsv");
    worked(waymark.program("FaultyWorkbook", workbook, faults));

    Ended sent = waymark.run("report", "-f", workbook.toString(), "--as", "parks", "--lang", "zh");

    assertThat(sent.text()).contains("受理 9950 条，拒绝 50 条");
    assertThat(sent.code()).isEqualTo(1);
    comeBackNamed(Files.readAllLines(faults));
    assertThat(landed()).isEqualTo(GOOD);
  }

  private void importRoads() {
    ImportProjectsRequest.Builder roads = ImportProjectsRequest.newBuilder();
    for (int i = 0; i < PROJECTS; i++) {
      roads.addProjects(
          Project.newBuilder()
              .setPlanId(SmallPlan.PLAN)
              .setProjectId("road-" + i)
              .setName(LocalizedText.newBuilder().setZh("第" + (i + 1) + "号工程"))
              .setCategory("road")
              .setPhase(Phase.PHASE_BUILDING)
              .setLeadBureauId("parks"));
    }
    assertThat(
            city.registryAs("plan-office", "plan_office")
                .importProjects(roads.build())
                .getCounts()
                .getCreated())
        .isEqualTo(PROJECTS);
  }

  /** Only the faulty rows, each with its reason, in the reader's language. */
  private void comeBackNamed(List<String> faults) throws IOException {
    assertThat(faults).hasSize(50);
    try (ZipFile copy = new ZipFile(city.home.resolve("june-refused.xlsx").toFile())) {
      String sheet = part(copy, "xl/worksheets/sheet1.xml");
      String texts = part(copy, "xl/sharedStrings.xml") + sheet;
      assertThat(sheet.split("<row ", -1)).hasSize(1 + 3 + 50);
      assertThat(faults)
          .allSatisfy(
              fault -> assertThat(texts).contains(fault.substring(fault.indexOf('\t') + 1)));
    }
  }

  private static String part(ZipFile workbook, String name) throws IOException {
    return new String(workbook.getInputStream(workbook.getEntry(name)).readAllBytes(), UTF_8);
  }

  private int landed() {
    var registry = city.registryAs("parks", "reporter");
    int reports = 0;
    for (int i = 0; i < PROJECTS; i++) {
      ListReportsRequest request =
          ListReportsRequest.newBuilder()
              .setPlanId(SmallPlan.PLAN)
              .setProjectId("road-" + i)
              .build();
      reports += registry.listReports(request).getReportsCount();
    }
    return reports;
  }

  // ---- the plan office's packs ----

  @Test
  void packsComeBackAsTheyWereToTheByte(@TempDir Path folder) throws IOException {
    Path packs = folder.resolve("in");
    List<String> plans = List.of("wuhan-15", "wuhan-annual-2025", "wuhan-wedz-14");
    for (String plan : plans) {
      copy(SAMPLES.resolve(plan), packs.resolve(plan));
    }
    Path expected = folder.resolve("expected");
    // Adds a pack that fills every column of every sheet: all that can be decided of projects.
    worked(waymark.program("pack.NormalisedPack", packs, expected));

    for (String plan : List.of("wuhan-15", "wuhan-annual-2025", "wuhan-wedz-14", "full")) {
      Path out = folder.resolve(plan);
      worked(waymark.run("plan", "load", packs.resolve(plan).toString()));
      worked(waymark.run("plan", "export", out.toString(), "--plan", plan));
      assertThat(texts(out)).isEqualTo(texts(expected.resolve(plan)));
    }
    String workbook = folder.resolve("full.xlsx").toString();
    worked(waymark.run("plan", "export", workbook, "--plan", "full"));
    assertThat(worked(waymark.run("plan", "diff", workbook))).contains("would change nothing");
  }

  private static String worked(Ended ended) {
    assertThat(ended.code()).as(ended.text()).isZero();
    return ended.text();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Map.Entry<String, String> file : texts(from).entrySet()) {
      Files.writeString(to.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
