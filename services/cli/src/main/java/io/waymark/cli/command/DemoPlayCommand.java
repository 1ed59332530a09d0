package io.waymark.cli.command;

import com.google.gson.JsonObject;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Connection;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Refusals;
import io.waymark.cli.demo.CaughtUp;
import io.waymark.cli.demo.ClockFile;
import io.waymark.cli.demo.JudgedSettling;
import io.waymark.cli.demo.PlayRefusedException;
import io.waymark.cli.demo.PlayReport;
import io.waymark.cli.demo.Player;
import io.waymark.cli.demo.Scenario;
import io.waymark.cli.pack.Door;
import io.waymark.cli.pack.PackLoader;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.status.RunState;
import io.waymark.cli.status.SystemStatus;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.refusals.wire.Told;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Plays the simulated course of the sample plan: sets the demo's clock to its start, loads the
 * plan, then reports month by month. The plan is loaded here because what is recorded before the
 * clock is set would bear a later date than the reports on it. Playing again changes nothing.
 */
@Command(name = "play")
final class DemoPlayCommand implements Callable<Integer> {
  private static final String CHANNEL = "demo";
  private static final String SIMULATION = "simulation";
  private static final Duration PATIENCE_A_MONTH = Duration.ofSeconds(5);
  private static final Duration PATIENCE_AT_THE_END = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", descriptionKey = "path")
  private @Nullable Path path;

  DemoPlayCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path typed = path;
    PlanPack pack = Packs.usable(shell, typed == null ? sample() : typed);
    shell
        .tokens()
        .of(Optional.empty()); // without a key nothing can be played: say so before the clock is
    // touched
    Scenario scenario = Scenario.of(pack, Scenario.DEFAULT_SEED);
    ClockFile clock = new ClockFile(shell.environment().home().resolve("clock"), Clock.systemUTC());
    Words words = shell.words();
    shell.note(shell.errorStyle().paint(Tone.YELLOW, words.get("play.simulated")));
    try (Connection connection = shell.connect()) {
      clock.begin(Scenario.START);
      load(connection, pack);
      PlayReport report = play(connection, scenario, clock);
      settle();
      print(report, clock);
    } catch (PlayRefusedException e) {
      throw Problem.refused(
          new Refusals(words, shell.server()).lines(Told.of(e.refusal()), e.event().line()),
          words.get("next.play"));
    }
    return Problem.DONE;
  }

  private Path sample() {
    Words words = shell.words();
    return SamplePack.find(shell.environment())
        .orElseThrow(() ->
            Problem.usage(
                List.of(
                    words.get(
                        "fault", "PATH", words.get("fault.missing"), words.get("expected.folder"))),
                words.get("next.pack")));
  }

  private void load(Connection connection, PlanPack pack) {
    Door door = new Door(connection.transport(), shell.tokens()::ofSystem, Shell.CHANNEL);
    int all = PlanLoadCommand.items(pack);
    try (Meter meter = Meter.on(shell.environment(), shell.words().get("meter.load"), all)) {
      new PackLoader(door, new LoadMeter(meter, all)).load(pack);
    }
  }

  /** Whoever plays a bureau may call its figures simulated; nobody else may. */
  private String player(String bureau, Set<String> roles) {
    Set<String> played = new HashSet<>(roles);
    played.add(SIMULATION);
    return shell.tokens().ofSystem(bureau, played);
  }

  private PlayReport play(Connection connection, Scenario scenario, ClockFile clock) {
    Door door = new Door(connection.transport(), this::player, CHANNEL);
    JudgedSettling settling = new JudgedSettling(door, PATIENCE_A_MONTH);
    try (Meter meter =
        Meter.on(shell.environment(), shell.words().get("meter.play"), scenario.size())) {
      return new Player(door, clock, settling, (month, done, all) -> meter.at(done, all))
          .play(scenario);
    }
  }

  /** Where the parts run on this machine, waits until the last report has become a mail. */
  private void settle() {
    Optional<RunState> running = RunState.of(shell.environment().home());
    if (running.isEmpty()) {
      return;
    }
    LongSupplier backlog = () -> SystemStatus.ask(running.get(), shell.words()).backlog();
    long first = backlog.getAsLong();
    try (Meter meter = Meter.on(shell.environment(), shell.words().get("meter.settle"), first)) {
      long left =
          new CaughtUp(backlog, PATIENCE_AT_THE_END, PAUSE)
              .await(now -> meter.at(Math.max(0, first - now), Math.max(first, now)));
      if (left > 0) {
        shell.note(shell.words().get("play.behind", left));
      }
    }
  }

  private void print(PlayReport report, ClockFile clock) {
    if (shell.json()) {
      JsonObject json = new JsonObject();
      json.addProperty("simulated", true);
      json.addProperty("reports", report.reports());
      json.addProperty("figures", report.figures());
      json.addProperty("stops", report.stops());
      json.addProperty("repeated", report.repeated());
      json.addProperty("clock", clock.now().toString());
      shell.print(json + "\n");
      return;
    }
    String key = report.changedNothing() ? "play.nothing" : "play.done";
    String day = clock.now().atZone(shell.environment().zone()).toLocalDate().toString();
    shell.print(
        shell.words().get(key, report.reports(), report.figures(), report.stops(), day) + "\n");
  }
}
