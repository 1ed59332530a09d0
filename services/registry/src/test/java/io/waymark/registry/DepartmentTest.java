package io.waymark.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.testkit.Gate;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Departments at a registry that runs in a process of its own, with 256 MB of heap: the sample
 * clients of docs/clients, with their line cut while they stream, and ten thousand reports at once.
 */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepartmentTest {
  private static final Path CLIENTS = Path.of("../../docs/clients").toAbsolutePath().normalize();
  private static final Path CONTRACTS =
      Path.of("../../proto/src/main/proto").toAbsolutePath().normalize();

  private static final ProjectKey LONG = new ProjectKey("wuhan-15", "reported-daily");
  private static final int REPORTS = 5_000;

  private final Parts parts;
  private final RegistryProcess registry;
  private final Gate gate;
  private final ManagedChannel channel;
  private final Path folder;

  DepartmentTest(Parts parts, @TempDir Path folder) throws Exception {
    this.parts = parts;
    this.folder = folder;
    registry = new RegistryProcess(parts, folder, "256m");
    gate = new Gate(registry.port);
    channel = ManagedChannelBuilder.forAddress("localhost", registry.port).usePlaintext().build();
  }

  @BeforeAll
  void importProjects() {
    var office =
        RegistryServiceGrpc.newBlockingStub(channel)
            .withInterceptors(
                MetadataUtils.newAttachHeadersInterceptor(bearer("plan-office", "plan_office")));
    office.importBureaus(
        ImportBureausRequest.newBuilder()
            .addBureaus(
                Bureau.newBuilder()
                    .setBureauId("water")
                    .setName(LocalizedText.newBuilder().setZh("市水务局"))
                    .addEmails("plan@water.example"))
            .build());
    ImportProjectsRequest.Builder projects = ImportProjectsRequest.newBuilder();
    List<String> ids =
        new ArrayList<>(List.of("by-java", "by-node", "by-python", LONG.projectId()));
    IntStream.range(0, 500).forEach(i -> ids.add("pump-" + i));
    ids.forEach(id ->
        projects.addProjects(
            Project.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(id)
                .setName(LocalizedText.newBuilder().setZh("泵站"))
                .setCategory("pumping-station")
                .setLeadBureauId("water")));
    office.importProjects(projects.build());
  }

  @AfterAll
  void close() throws Exception {
    channel.shutdownNow();
    gate.close();
    registry.close();
  }

  @Test
  void theJavaSampleIsBuiltByItsOwnPomAndReportsAndStreamsOverABrokenLine() throws Exception {
    Optional<Path> maven = Programs.maven();
    assumeTrue(maven.isPresent(), "JAVA SAMPLE NOT RUN: no Maven runs this build");
    Path copy = copy("java", List.of("pom.xml", "src/main/java/example/DepartmentClient.java"));
    Optional<String> classpath = built(maven.get().toString(), copy);
    assumeTrue(classpath.isPresent(), "JAVA SAMPLE NOT RUN: Maven reaches no repository");
    String java = RegistryProcess.java();
    SampleClient client =
        client(java, "-XX:TieredStopAtLevel=1", "-cp", classpath.get(), "example.DepartmentClient");
    client.reports("by-java");
    client.streams("by-java");
  }

  /** Its classpath, which its own build prints; what it needs is fetched if it is not here. */
  private static Optional<String> built(String maven, Path folder) throws Exception {
    for (String offline : List.of("-o", "-B")) {
      Process build =
          new ProcessBuilder(
                  maven,
                  offline,
                  "-q",
                  "-ntp",
                  "-f",
                  folder.resolve("pom.xml").toString(),
                  "-Dcontracts=" + CONTRACTS,
                  "compile",
                  "exec:exec",
                  "-Dexec.executable=echo",
                  "-Dexec.args=%classpath")
              .redirectError(folder.resolve("build.err").toFile())
              .start();
      String printed = new String(build.getInputStream().readAllBytes(), UTF_8).strip();
      if (build.waitFor() == 0) {
        return Optional.of(printed.substring(printed.lastIndexOf('\n') + 1));
      }
    }
    return Optional.empty();
  }

  @Test
  void theNodeSampleReportsReadsBackAndStreamsOverABrokenLine() throws Exception {
    assumeTrue(Programs.run("node", "--version"), "NODE SAMPLE NOT RUN: no node on the PATH");
    Path node = copy("node", List.of("client.mjs", "package.json", "package-lock.json"));
    copy("googleapis", List.of("google/api/annotations.proto", "google/api/http.proto"));
    boolean installed =
        Files.isDirectory(node.resolve("node_modules/@grpc/grpc-js"))
            || Programs.run(
                "npm",
                "ci",
                "--prefix",
                node.toString(),
                "--ignore-scripts",
                "--prefer-offline",
                "--no-audit",
                "--no-fund");
    assumeTrue(installed, "NODE SAMPLE NOT RUN: npm could not install @grpc/grpc-js");
    SampleClient client = client("node", node.resolve("client.mjs").toString());
    client.reports("by-node");
    client.streams("by-node");
  }

  @Test
  void thePythonSampleReportsReadsBackAndStreamsOverABrokenLine() throws Exception {
    Optional<String> python = Programs.pythonWithGrpc();
    assumeTrue(python.isPresent(), "PYTHON SAMPLE NOT RUN: no python3 with grpcio and protobuf");
    assumeTrue(
        Programs.generatesPython(python.get()),
        "PYTHON SAMPLE NOT RUN: neither grpcio-tools nor protoc with grpc_python_plugin");
    Path stubs = folder.resolve("stubs");
    String generate = CLIENTS.resolve("python/generate.sh").toString();
    assertThat(
            Programs.run(
                "env", "OUT=" + stubs, "PYTHON=" + python.get(), generate, CONTRACTS.toString()))
        .isTrue();
    SampleClient client =
        client(
            "env",
            "WAYMARK_STUBS=" + stubs,
            python.get(),
            CLIENTS.resolve("python/client.py").toString());
    client.reports("by-python");
    client.streams("by-python");
  }

  /** A sample client's files as a department copies them, in a place of their own. */
  private static Path copy(String client, List<String> files) throws IOException {
    Path target = Path.of("target/clients").toAbsolutePath().resolve(client);
    for (String file : files) {
      Path to = target.resolve(file);
      Files.createDirectories(to.resolveSibling("."));
      Files.writeString(to, Files.readString(CLIENTS.resolve(client).resolve(file)));
    }
    return target;
  }

  private SampleClient client(String... command) {
    Map<String, String> environment =
        Map.of(
            "WAYMARK_TOKEN", registry.token("water", "reporter"),
            "WAYMARK_PROTO", CONTRACTS.toString());
    return new SampleClient(List.of(command), environment, gate, folder);
  }

  @Test
  void tenThousandReportsOnOneStreamFitIntoThePromisedHeap() throws Exception {
    Flood flood = new Flood(10_000);
    RegistryServiceGrpc.newStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer("water", "reporter")))
        .streamProgress(flood);
    flood.ended.orTimeout(2, TimeUnit.MINUTES).join();
    assertThat(flood.accepted.get()).isEqualTo(10_000);
    assertThat(registry.isAlive()).isTrue();
    double peak = registry.metric("waymark_jvm_heap_peak_bytes");
    assertThat(peak).isBetween(10e6, 256 * 1024 * 1024.0);
    System.out.printf("10,000 reports on one stream: at most %.0f MB of heap%n", peak / 1e6);
  }

  @Test
  void aProjectWithThousandsOfReportsStillPublishesItsNext() throws Exception {
    LongHistory history = new LongHistory(LONG);
    ProjectState kept = history.state(REPORTS);
    history.keep(registry.database, kept);
    ReportProgressResponse next =
        RegistryServiceGrpc.newBlockingStub(channel)
            .withInterceptors(
                MetadataUtils.newAttachHeadersInterceptor(bearer("water", "reporter")))
            .reportProgress(
                ReportProgressRequest.newBuilder()
                    .setPlanId(LONG.planId())
                    .setProjectId(LONG.projectId())
                    .setIdempotencyKey("the-next")
                    .setAsOf("2026-06-30")
                    .setPercentComplete(99.5)
                    .build());
    assertThat(next.getVersion()).isEqualTo(kept.version() + 1);
    var record = history.published(parts.kafkaBootstrap(), next.getVersion());
    ProjectEvent event = ProjectEvent.parseFrom(record.value());
    assertThat(record.serializedValueSize()).isLessThan(300_000);
    assertThat(event.getReported().getReport().getPercentComplete()).isEqualTo(99.5);
    var told = event.getState();
    assertThat(told.getReportsCount() + told.getReportsLeftOut()).isEqualTo(REPORTS + 1);
    assertThat(told.getReports(told.getReportsCount() - 1))
        .isEqualTo(event.getReported().getReport());
    System.out.printf(
        "%,d reports on a project: %d of them told in an event of %,d bytes%n",
        REPORTS, told.getReportsCount(), record.serializedValueSize());
  }

  private Metadata bearer(String bureau, String role) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + registry.token(bureau, role));
    return headers;
  }
}
