package io.waymark.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.testkit.Gate;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A sample client as a department runs it, behind a gate that falls now and then while it streams.
 */
final class SampleClient {
  private static final String PLAN = "wuhan-15";
  private static final int ITEMS = 120;
  private static final List<Integer> CUT_AFTER = List.of(20, 70);

  /** How it ended, and what it printed. */
  record Result(int exit, List<String> lines, String complaint) {}

  private final List<String> command;
  private final Map<String, String> environment;
  private final Gate gate;
  private final Path folder;

  SampleClient(List<String> command, Map<String, String> environment, Gate gate, Path folder) {
    this.command = command;
    this.environment = environment;
    this.gate = gate;
    this.folder = folder;
  }

  /** Reports, sends again, is refused, corrects, reads back. */
  void reports(String project) throws Exception {
    String first = PLAN + "." + project + ".2";
    List<String> report = List.of("report", PLAN, project, "2026-05-31", "38", project);
    Result one = run(report);
    assertThat(one.exit).as("%s", one).isZero();
    assertThat(one.lines).containsExactly("accepted " + project + " " + first);
    assertThat(run(report).lines).isEqualTo(one.lines);

    Result wrong = run(List.of("report", PLAN, project, "2026-05-31", "138"));
    assertThat(wrong.exit).isEqualTo(1);
    assertThat(wrong.complaint)
        .contains("INVALID_ARGUMENT", "percent_complete: 138 (expected: 0..100)");

    String second = PLAN + "." + project + ".3";
    Result mended =
        run(List.of("correct", PLAN, project, first, "2026-05-31", "39.5", project + "-mended"));
    assertThat(mended.lines).containsExactly("accepted " + project + "-mended " + second);
    assertThat(run(List.of("list", PLAN, project)).lines)
        .containsExactlyInAnyOrder(
            "2026-05-31 38 " + first, "2026-05-31 39.5 " + second + " corrects " + first);
  }

  /** Streams a file over a line that breaks: nothing is lost, nothing comes twice. */
  void streams(String project) throws Exception {
    int before = run(List.of("list", PLAN, project)).lines.size();
    Result stream = run(List.of("stream", PLAN, csv(project).toString()));
    assertThat(stream.exit).as("one was refused").isEqualTo(1);
    assertThat(stream.lines).filteredOn(line -> line.startsWith("accepted ")).hasSize(ITEMS);
    assertThat(stream.lines)
        .filteredOn(line -> line.startsWith("refused "))
        .containsExactly("refused " + project + "-bad percent_complete: 130 (expected: 0..100)");
    Result all = run(List.of("list", PLAN, project));
    assertThat(all.lines).hasSize(before + ITEMS).doesNotHaveDuplicates();
  }

  private Path csv(String project) throws IOException {
    StringBuilder csv = new StringBuilder("key,project_id,as_of,percent\n");
    for (int i = 0; i < ITEMS; i++) {
      csv.append(project).append('-').append(i).append(',').append(project).append(',');
      csv.append(LocalDate.of(2026, 1, 1).plusDays(i)).append(',').append(i / 2.0).append('\n');
    }
    csv.append(project).append("-bad,").append(project).append(",2026-05-30,130\n");
    return Files.writeString(folder.resolve(project + ".csv"), csv);
  }

  Result run(List<String> arguments) throws Exception {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().putAll(environment);
    builder.environment().put("WAYMARK_SERVER", "localhost:" + gate.port());
    Path complaints = folder.resolve("client.err");
    builder.redirectError(complaints.toFile());
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
    return new Result(process.exitValue(), lines, Files.readString(complaints));
  }
}
