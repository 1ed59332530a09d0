package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.ComparisonView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.CompareRulebooksRequest;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where rulebooks disagree about the loaded plan, subject by subject. */
@Command(name = "compare")
final class RulebookCompareCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--rules", paramLabel = "NAME", split = ",")
  private List<String> rules = List.of();

  @Option(names = "--light", paramLabel = "position|overall")
  private String light = "position";

  @Mixin private final When when = new When();

  RulebookCompareCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    When.Read read = when.read(shell);
    if (!light.equals("position") && !light.equals("overall")) {
      throw Problem.usage(
          List.of(shell.words().get("fault", "--light", light, "position|overall")),
          shell.words().get("next.help", "waymark rulebook compare"));
    }
    try (Session session = shell.session()) {
      CompareRulebooksRequest.Builder request =
          CompareRulebooksRequest.newBuilder()
              .setPlanId(session.planId())
              .addAllRulebooks(rules.stream().map(String::strip).toList())
              .setAsOf(read.asOf());
      read.knownAt().ifPresent(request::setKnownAt);
      CompareRulebooksResponse reply =
          session.services().indicator().compareRulebooks(request.build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        ComparisonView page = new ComparisonView(view, light.equals("overall"));
        shell.print(page.render(session.planId(), reply));
      }
    }
    return Problem.DONE;
  }
}
