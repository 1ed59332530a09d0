package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.waymark.cli.Environment;
import io.waymark.cli.client.Connection;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.cli.client.ServerAddress;
import io.waymark.cli.client.Tokens;
import io.waymark.cli.text.Figures;
import io.waymark.cli.text.Language;
import io.waymark.cli.text.Style;
import io.waymark.cli.text.Words;
import io.waymark.sheets.SheetWords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a sub-command works with: the common options, the reader's language, the streams, the way to
 * the services.
 */
final class Shell {
  static final String CHANNEL = "cli";
  private static final String DEFAULT_SERVER = "localhost:9090";
  private static final Duration EACH_CALL = Duration.ofSeconds(10);

  private final Environment environment;
  private final Globals globals;
  private final Words words;

  Shell(Environment environment, Globals globals, Words words) {
    this.environment = environment;
    this.globals = globals;
    this.words = words;
  }

  /** What is wrong with the common options, whether or not the sub-command needs them. */
  Optional<Problem> globalProblem() {
    Optional<String> other = globals.language().filter(l -> !l.equals("zh") && !l.equals("en"));
    if (other.isPresent()) {
      String line = words.get("fault", "--lang", other.get(), "zh|en");
      String next = words.get("next.help", "waymark");
      return Optional.of(new Problem(List.of(line), Optional.of(next), Problem.USAGE));
    }
    try {
      server();
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  Environment environment() {
    return environment;
  }

  Words words() {
    return words;
  }

  /** What is said of files and their cells, in the reader's language. */
  SheetWords sheetWords() {
    return SheetWords.in(words.language().locale().getLanguage());
  }

  /** The bureau for which this run speaks: that of the token, else --as. */
  String bureau() {
    return tokens().bureau(globals.bureau());
  }

  Language language() {
    return words.language();
  }

  Figures figures() {
    return new Figures(words.language());
  }

  Globals globals() {
    return globals;
  }

  boolean json() {
    return globals.json();
  }

  /** Colours for standard output. */
  Style style() {
    return paints(environment.outIsTerminal()) ? Style.COLOURED : Style.BARE;
  }

  /** Colours for standard error. */
  Style errorStyle() {
    return paints(environment.errIsTerminal()) ? Style.COLOURED : Style.BARE;
  }

  private boolean paints(boolean terminal) {
    return terminal
        && environment.variable("NO_COLOR").isEmpty()
        && !"dumb".equals(environment.variables().get("TERM"));
  }

  /** Prints what was asked; {@code text} ends its own lines. */
  void print(String text) {
    environment.out().print(text);
    environment.out().flush();
  }

  /** Tells a person something aside, never in the way of machine output. */
  void note(String line) {
    environment.err().println(line);
  }

  /** Prints a reply for machines. */
  void printJson(MessageOrBuilder reply) {
    environment.out().println(toJson(JsonFormat.printer(), reply));
  }

  /** Prints a reply for machines, or what a person is to read of it. */
  void show(MessageOrBuilder reply, Supplier<String> page) {
    if (json()) {
      printJson(reply);
    } else {
      print(page.get());
    }
  }

  /** Prints several replies for machines, as one object with a name for each. */
  void printJson(Map<String, ? extends MessageOrBuilder> replies) {
    JsonObject all = new JsonObject();
    new TreeMap<>(replies)
        .forEach((name, reply) ->
            all.add(name, JsonParser.parseString(toJson(JsonFormat.printer(), reply))));
    environment.out().println(new GsonBuilder().setPrettyPrinting().create().toJson(all));
  }

  /** Prints one reply of many for machines, on a line of its own. */
  void printJsonLine(MessageOrBuilder reply) {
    environment
        .out()
        .println(toJson(JsonFormat.printer().omittingInsignificantWhitespace(), reply));
  }

  private static String toJson(JsonFormat.Printer printer, MessageOrBuilder reply) {
    try {
      return printer.print(reply);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a reply without Any fields always prints", e);
    }
  }

  ServerAddress server() {
    String address =
        globals.server().or(() -> environment.variable("WAYMARK_SERVER")).orElse(DEFAULT_SERVER);
    return ServerAddress.parse(address)
        .orElseThrow(() ->
            Problem.usage(List.of(words.get("problem.server", address)), words.get("next.server")));
  }

  Tokens tokens() {
    return new Tokens(environment, words);
  }

  /** A session of the bureau named by --as, or of the plan office. */
  Session session() {
    return session(globals.bureau());
  }

  /** A way to the services for whoever speaks for many bureaus. */
  Connection connect() {
    return Connection.open(server(), EACH_CALL);
  }

  private Session session(Optional<String> bureau) {
    String token = tokens().of(bureau);
    Connection connection = connect();
    return new Session(connection, connection.as(token, CHANNEL), globals.plan());
  }
}
