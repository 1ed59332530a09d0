package io.waymark.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
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
  private static final int ITEMS = 120;
  private static final List<Integer> CUT_AFTER = List.of(20, 70);

  private final RegistryProcess registry;
  private final Gate gate;
  private final ManagedChannel channel;
  private final Path folder;

  DepartmentTest(Parts parts, @TempDir Path folder) throws Exception {
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
    List<String> ids = new ArrayList<>(List.of("by-java", "by-node", "by-python"));
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
  void theJavaSampleReportsReadsBackAndStreamsOverABrokenLine() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("java"));
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                RegistryProcess.classpath(),
                "-d",
                classes.toString(),
                CLIENTS.resolve("java/src/main/java/example/DepartmentClient.java").toString());
    assertThat(compiled).isZero();
    works(
        "by-java",
        List.of(
            RegistryProcess.java(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes + ":" + RegistryProcess.classpath(),
            "example.DepartmentClient"));
  }

  @Test
  void theNodeSampleReportsReadsBackAndStreamsOverABrokenLine() throws Exception {
    assumeTrue(runs("node", "--version"), "NODE SAMPLE NOT RUN: no node on the PATH");
    Path node = Files.createDirectories(Path.of("target/clients/node").toAbsolutePath());
    for (String file : List.of("client.mjs", "package.json", "package-lock.json")) {
      Files.writeString(node.resolve(file), Files.readString(CLIENTS.resolve("node/" + file)));
    }
    Path googleapis = Files.createDirectories(node.resolveSibling("googleapis/google/api"));
    for (String file : List.of("annotations.proto", "http.proto")) {
      Files.writeString(
          googleapis.resolve(file),
          Files.readString(CLIENTS.resolve("googleapis/google/api/" + file)));
    }
    boolean installed =
        Files.isDirectory(node.resolve("node_modules/@grpc/grpc-js"))
            || runs(
                "npm",
                "ci",
                "--prefix",
                node.toString(),
                "--ignore-scripts",
                "--prefer-offline",
                "--no-audit",
                "--no-fund");
    assumeTrue(installed, "NODE SAMPLE NOT RUN: npm could not install @grpc/grpc-js");
    works("by-node", List.of("node", node.resolve("client.mjs").toString()));
  }

  @Test
  void thePythonSampleReportsReadsBackAndStreamsOverABrokenLine() throws Exception {
    assumeTrue(
        runs("python3", "-c", "import grpc, grpc_tools"),
        "PYTHON SAMPLE NOT RUN: no python3 with grpcio and grpcio-tools on the PATH");
    Path stubs = folder.resolve("stubs");
    assertThat(
            runs(
                "env",
                "OUT=" + stubs,
                CLIENTS.resolve("python/generate.sh").toString(),
                CONTRACTS.toString()))
        .isTrue();
    works(
        "by-python",
        List.of(
            "env",
            "WAYMARK_STUBS=" + stubs,
            "python3",
            CLIENTS.resolve("python/client.py").toString()));
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
    double held = registry.metric("jvm_memory_max_bytes{area=\"heap\"}");
    assertThat(held).isBetween(100e6, 256 * 1024 * 1024.0);
    System.out.printf(
        "10,000 reports: heap used %.0f MB of %.0f MB%n",
        registry.metric("jvm_memory_used_bytes{area=\"heap\"}") / 1e6, held / 1e6);
  }

  private void works(String project, List<String> client) throws Exception {
    Result one = run(client, List.of("report", "wuhan-15", project, "2026-05-31", "38", project));
    assertThat(one.exit).as("%s", one.lines).isZero();
    assertThat(one.lines).containsExactly("accepted " + project + " wuhan-15." + project + ".2");
    Result again = run(client, List.of("report", "wuhan-15", project, "2026-05-31", "38", project));
    assertThat(again.lines).isEqualTo(one.lines);
    Result wrong = run(client, List.of("report", "wuhan-15", project, "2026-05-31", "138"));
    assertThat(wrong.exit).isEqualTo(1);
    Result list = run(client, List.of("list", "wuhan-15", project));
    assertThat(list.lines).containsExactly("2026-05-31 38 wuhan-15." + project + ".2");

    StringBuilder csv = new StringBuilder("key,project_id,as_of,percent\n");
    for (int i = 0; i < ITEMS; i++) {
      csv.append(project).append('-').append(i).append(',').append(project).append(',');
      csv.append(LocalDate.of(2026, 1, 1).plusDays(i)).append(',').append(i / 2.0).append('\n');
    }
    csv.append(project).append("-bad,").append(project).append(",2026-05-30,130\n");
    Path file = Files.writeString(folder.resolve(project + ".csv"), csv);
    Result stream = run(client, List.of("stream", "wuhan-15", file.toString()));
    assertThat(stream.exit).as("one was refused").isEqualTo(1);
    assertThat(stream.lines).filteredOn(line -> line.startsWith("accepted ")).hasSize(ITEMS);
    assertThat(stream.lines)
        .filteredOn(line -> line.startsWith("refused "))
        .containsExactly("refused " + project + "-bad percent_complete: 130 (expected: 0..100)");
    Result all = run(client, List.of("list", "wuhan-15", project));
    assertThat(all.lines).hasSize(ITEMS + 1).doesNotHaveDuplicates();
  }

  private record Result(int exit, List<String> lines) {}

  /** Runs a client through the gate; while it streams, the gate falls now and then. */
  private Result run(List<String> client, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(client);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "WAYMARK_SERVER", "localhost:" + gate.port(),
                "WAYMARK_TOKEN", registry.token("water", "reporter"),
                "WAYMARK_PROTO", CONTRACTS.toString()));
    builder.redirectError(folder.resolve("client.err").toFile());
    Process process = builder.start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (arguments.getFirst().equals("stream") && CUT_AFTER.contains(lines.size())) {
          gate.shut();
          gate.open();
        }
      }
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Result(process.exitValue(), lines);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Metadata bearer(String bureau, String role) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + registry.token(bureau, role));
    return headers;
  }

  /** Sends as fast as the registry takes. */
  private static final class Flood
      implements ClientResponseObserver<StreamProgressRequest, StreamProgressResponse> {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final int items;
    private int sent;

    Flood(int items) {
      this.items = items;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamProgressRequest> out) {
      out.setOnReadyHandler(() -> {
        while (out.isReady() && sent < items) {
          out.onNext(item(sent++));
          if (sent == items) {
            out.onCompleted();
          }
        }
      });
    }

    private static StreamProgressRequest item(int i) {
      return StreamProgressRequest.newBuilder()
          .setReport(
              ReportProgressRequest.newBuilder()
                  .setPlanId("wuhan-15")
                  .setProjectId("pump-" + i % 500)
                  .setIdempotencyKey("flood-" + i)
                  .setAsOf(LocalDate.of(2025, 1, 1).plusDays(i / 500).toString())
                  .setPercentComplete(i % 100)
                  .setObstacle("征地拆迁滞后，两户尚未签约"))
          .build();
    }

    @Override
    public void onNext(StreamProgressResponse answer) {
      if (answer.hasAccepted()) {
        accepted.incrementAndGet();
      }
    }

    @Override
    public void onError(Throwable failure) {
      ended.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      ended.complete(null);
    }
  }
}
