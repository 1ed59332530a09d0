package io.waymark.standalone;

import io.waymark.embedded.EmbeddedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/**
 * {@code up} starts Waymark and stays to supervise it; {@code down} stops the launcher of a data
 * directory.
 */
public final class Launcher {
  private static final int REFUSED = 1;
  private static final long STOP_SECONDS = 90;

  private final Words words;
  private final Progress progress;
  private final Arguments arguments;
  private final Home home;

  private Launcher(Words words, Progress progress, Arguments arguments) {
    this.words = words;
    this.progress = progress;
    this.arguments = arguments;
    this.home = new Home(arguments.data());
  }

  public static void main(String[] args) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Words words = Words.of(System.getenv());
    int code;
    try {
      Arguments arguments = Arguments.parse(args, words);
      System.setProperty("waymark.log", new Home(arguments.data()).log("launcher").toString());
      var launcher = new Launcher(words, new Progress(out, words), arguments);
      code = arguments.up() ? launcher.up() : launcher.down();
    } catch (Refusal | EmbeddedException e) {
      out.println(e.getMessage());
      code = REFUSED;
    }
    System.exit(code);
  }

  static String version() {
    return Optional.ofNullable(Launcher.class.getPackage().getImplementationVersion())
        .orElse("0.1.0-SNAPSHOT");
  }

  private int up() {
    long start = System.nanoTime();
    var preflight = new Preflight(words);
    preflight.checkFolder(home.root());
    home.make();
    SingleInstance lock =
        SingleInstance.take(home)
            .orElseThrow(() ->
                words.refusal(
                    "refused.running",
                    SingleInstance.pid(home).map(String::valueOf).orElse("?"),
                    home.root()));
    try (lock) {
      progress.say("starting", version(), home.root());
      new Leftovers(home, progress).stop();
      if (arguments.fresh()) {
        home.clear();
        home.make();
      }
      Settings settings = Settings.read(System.getenv(), words);
      preflight.checkPorts(settings);
      run(settings, start);
    }
    return 0;
  }

  private void run(Settings settings, long start) {
    Keys keys = Keys.in(home.keys());
    var services = new Services(arguments.root(), home, settings, keys, words);
    var clock = new DemoClock(home.clock(), home.savedClock(), Clock.systemUTC());
    var standalone = new Standalone(home, settings, words, progress, services, keys, clock);
    Runtime.getRuntime().addShutdownHook(new Thread(standalone::stop, "stop"));
    try {
      standalone.start();
      progress.say("ready", Progress.seconds(start));
      new WhereToLook(home, settings, words).write();
      Replacement.write(home.run("ready"), "ready\n");
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Launcher.class).error("Waymark did not start", e);
      throw e;
    } finally {
      standalone.stop();
    }
  }

  private int down() {
    Optional<ProcessHandle> launcher = runningLauncher();
    if (launcher.isEmpty()) {
      progress.say("notRunning", home.root());
      new Leftovers(home, progress).stop();
      return 0;
    }
    ProcessHandle process = launcher.get();
    progress.say("stopping");
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw words.refusal("hangs", process.pid(), STOP_SECONDS, home.log("launcher"));
    }
    progress.say("stopped", home.root());
    return 0;
  }

  private Optional<ProcessHandle> runningLauncher() {
    if (!Files.isDirectory(home.root().resolve("run"))) {
      return Optional.empty();
    }
    Optional<SingleInstance> free = SingleInstance.probe(home);
    if (free.isPresent()) {
      free.get().close();
      return Optional.empty();
    }
    return SingleInstance.pid(home).flatMap(ProcessHandle::of);
  }
}
