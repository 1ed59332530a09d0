package io.waymark.cli;

import io.waymark.cli.command.CommandLines;
import io.waymark.cli.text.Language;
import io.waymark.cli.text.Words;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** Entry point of the {@code waymark} command. */
public final class Waymark {
  private Waymark() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Environment environment =
        new Environment(
            System.getenv(),
            out,
            err,
            Terminal.isTerminal(1),
            Terminal.isTerminal(2),
            Path.of(""),
            Clock.systemUTC(),
            Locale.getDefault());
    int exit = run(environment, Terminal.arguments(arguments));
    out.flush();
    err.flush();
    // Not waiting for the transport's threads: every call is over, and a person waits for the
    // prompt.
    System.exit(exit);
  }

  /** Runs the command in a given environment and returns its exit code. */
  public static int run(Environment environment, String... arguments) {
    return CommandLines.run(environment, Words.in(language(environment, arguments)), arguments);
  }

  private static Language language(Environment environment, String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String value =
          arguments[i].startsWith("--lang=")
              ? arguments[i].substring("--lang=".length())
              : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
      if (value.equals("zh") || value.equals("en")) {
        return value.equals("zh") ? Language.ZH : Language.EN;
      }
    }
    return Language.ofEnvironment(environment.variables(), environment.locale());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    FileOutputStream bytes = new FileOutputStream(descriptor);
    boolean flushEachLine = descriptor == FileDescriptor.err;
    return new PrintStream(
        new BufferedOutputStream(bytes, 8192), flushEachLine, StandardCharsets.UTF_8);
  }
}
