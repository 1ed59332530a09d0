package io.waymark.cli.command;

import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.TokenIssuer.Bearer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a bearer token that is signed with the standalone's key. */
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {
  private static final Set<String> ROLES =
      Set.of("reporter", "plan_office", "postmaster", "simulation");
  private static final Set<String> KINDS = Set.of("person", "system");
  private static final int LONGEST_DAYS = 3650;

  private final Shell shell;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private @Nullable String bureau;

  @Option(names = "--role", paramLabel = "ROLE", split = ",")
  private List<String> roles = List.of();

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Option(names = "--kind", paramLabel = "KIND")
  private String kind = "person";

  @Option(names = "--days", paramLabel = "N")
  private String days = "30";

  TokenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    roles.stream()
        .filter(role -> !ROLES.contains(role))
        .forEach(role -> input.fault("--role", role, "expected.role"));
    if (!KINDS.contains(kind)) {
      input.fault("--kind", kind, "expected.kind");
    }
    long life = days(input);
    String its = bureau == null ? shell.globals().bureau().orElse("") : bureau;
    if (its.isEmpty()) {
      input.fault("--as", shell.words().get("fault.missing"), "expected.bureau");
    }
    input.orFail("next.token");
    print(shell.tokens().mint(bearer(its), Duration.ofDays(life)));
    return Problem.DONE;
  }

  /** What is not said is as --as has it in every other command. */
  private Bearer bearer(String its) {
    Bearer own = shell.tokens().own(its);
    return new Bearer(
        name == null ? own.name() : name, kind, its, roles.isEmpty() ? own.roles() : roles);
  }

  private long days(Input input) {
    if (days.matches("\\d{1,4}")) {
      long read = Long.parseLong(days);
      if (read >= 1 && read <= LONGEST_DAYS) {
        return read;
      }
    }
    input.fault("--days", days, "expected.days");
    return 1;
  }

  private void print(String token) {
    if (shell.json()) {
      JsonObject json = new JsonObject();
      json.addProperty("token", token);
      shell.print(json + "\n");
    } else {
      shell.print(token + "\n");
    }
  }
}
